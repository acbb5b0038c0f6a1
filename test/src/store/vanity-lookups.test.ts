import fc from "fast-check";
import { LOOKUPS_KEY, readRecentLookups, recordLookup } from "../../../src/store/vanity-lookups";
import { SyncUnavailable } from "../../../src/store/sync-gateway";
import { FRIEND, STRANGER } from "../policy/samples";
import { FakeSync, type Trouble } from "./fake-sync";

const NOW = new Date("2026-01-05T15:04:30Z");
const instantly = {
  random: () => 0.5,
  sleep: (ms: number) => (ms >= 1000 ? new Promise<void>(() => undefined) : Promise.resolve()),
};
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

function storeWith(data?: Record<string, unknown>) {
  const sync = new FakeSync();
  if (data !== undefined) sync.put("vanity", LOOKUPS_KEY, data);
  const store = { sync, ...instantly };
  const lookUp = (now = NOW, perMinute?: number) =>
    recordLookup(store, {
      number: STRANGER,
      by: perMinute === undefined ? "phone" : "web",
      now,
      ...(perMinute === undefined ? {} : { perMinute }),
    });
  return { sync, store, lookUp, item: () => sync.data("vanity", LOOKUPS_KEY) };
}

test("a look-up is counted and remembered by one read and one write", async () => {
  const { sync, lookUp, item } = storeWith();
  expect(await lookUp(NOW, 2)).toBe("counted");
  expect(sync.requests).toEqual(["GET vanity", "POST vanity"]);
  expect(item()).toEqual({
    minute: "2026-01-05T15:04",
    count: 1,
    recent: [{ number: STRANGER, at: NOW.toISOString(), by: "web" }],
  });
  expect(sync.ttls.get(`vanity/${LOOKUPS_KEY}`)).toBe(90 * 24 * 60 * 60);
});

test("a full minute refuses, and remembers nothing; the next begins anew", async () => {
  const { lookUp, item } = storeWith();
  expect([await lookUp(NOW, 2), await lookUp(NOW, 2), await lookUp(NOW, 2)]).toEqual([
    "counted",
    "counted",
    "full",
  ]);
  expect(item()).toMatchObject({ count: 2, recent: [{}, {}] });
  expect(await lookUp(later(30), 2)).toBe("counted");
  expect(item()).toMatchObject({ minute: "2026-01-05T15:05", count: 1, recent: [{}, {}, {}] });
});

test("at the turn of a minute a slow clock does not begin the earlier one anew", async () => {
  const { lookUp } = storeWith();
  expect([await lookUp(later(30), 1), await lookUp(NOW, 1)]).toEqual(["counted", "full"]);
});

test("who calls is remembered, and takes no look-up from the page", async () => {
  const { lookUp, item } = storeWith();
  await lookUp(NOW, 1);
  expect(await lookUp(NOW)).toBe("counted");
  expect(item()).toMatchObject({ count: 1, recent: [{ by: "phone" }, { by: "web" }] });
});

test("fifty are kept, the latest first, which fit into an item", async () => {
  const { store, lookUp, item } = storeWith();
  for (let time = 0; time < 60; time++) await lookUp(later(time));
  const recent = await readRecentLookups(store, later(60));
  expect(recent).toHaveLength(50);
  expect(recent[0]?.at).toBe(later(59).toISOString());
  // @see https://www.twilio.com/docs/sync/limits
  expect(Buffer.byteLength(JSON.stringify(item()))).toBeLessThan(16 * 1024);
});

test("nothing was looked up yet", async () => {
  expect(await readRecentLookups(storeWith().store, NOW)).toEqual([]);
});

test("what is older than ninety days is left out, and goes with the next write", async () => {
  const at = new Date(NOW.getTime() - 91 * 24 * 60 * 60 * 1000).toISOString();
  const { store, lookUp, item } = storeWith({ recent: [{ number: FRIEND, at, by: "web" }] });
  expect(await readRecentLookups(store, NOW)).toEqual([]);
  await lookUp();
  expect(item()).toMatchObject({ recent: [{ number: STRANGER }] });
});

test("whatever stands in the item, it is read, counted and never told", async () => {
  await fc.assert(
    fc.asyncProperty(fc.object(), fc.jsonValue(), async (data, recent) => {
      const { store, lookUp } = storeWith({ ...data, recent });
      expect(await lookUp(NOW, 600)).toBe("counted");
      expect(await readRecentLookups(store, NOW)).toHaveLength(1);
    }),
    { numRuns: 200 },
  );
});

test("a Sync that is too slow is told apart from one that is overrun: nobody was faster", async () => {
  const never = () => new Promise<Trouble>(() => undefined);
  const turns = async (left: number): Promise<void> => {
    if (left > 0) await new Promise(setImmediate).then(() => turns(left - 1));
  };
  const soon = { random: () => 0.5, sleep: (ms: number) => turns(ms >= 1000 ? 20 : 1) };
  const look = (sync: FakeSync) => recordLookup({ sync, ...soon }, { number: FRIEND, by: "web", now: NOW });
  for (const slow of ["GET", "POST"])
    await expect(
      look(new FakeSync((request) => (request.startsWith(slow) ? never() : undefined))),
    ).rejects.toBeInstanceOf(SyncUnavailable);
  const overrun = new FakeSync((request) => (request.startsWith("GET") ? undefined : "conflict"));
  expect(await look(overrun)).toBe("lost");
});

test("many at once are never more than a minute allows", async () => {
  let waiting: (() => void)[] = [];
  const sync = new FakeSync(
    () =>
      new Promise<Trouble>((resolve) => {
        waiting.push(() => resolve(undefined));
        setImmediate(() => {
          const all = waiting;
          waiting = [];
          for (const go of all.reverse()) go();
        });
      }),
  );
  const one = () =>
    recordLookup({ sync, ...instantly }, { number: FRIEND, by: "web", now: NOW, perMinute: 4 });
  const counts = await Promise.all(Array.from({ length: 9 }, one));
  expect(counts.filter((count) => count === "counted")).toHaveLength(4);
  expect(sync.data("vanity", LOOKUPS_KEY)).toMatchObject({ count: 4 });
});
