import fc from "fast-check";
import {
  countLookup,
  keepReputation,
  LOOKUPS_KEY,
  parseReputation,
  type Score,
} from "../../../src/store/reputation";
import { STRANGER } from "../policy/samples";
import { FakeSync, type Trouble } from "./fake-sync";

const NOW = new Date("2026-01-05T15:30:00Z");
const HOUR_MS = 60 * 60 * 1000;
const score: Score = { kind: "score", score: 640, level: "high", provider: "telesign" };
const sought = { provider: "telesign", cacheHours: 24, now: NOW.getTime() } as const;
const instantly = {
  random: () => 0.5,
  sleep: (ms: number) => (ms >= 1000 ? new Promise<void>(() => undefined) : Promise.resolve()),
};

const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * HOUR_MS).toISOString();

test("what is kept is read back, and expires when it stops to count", async () => {
  const sync = new FakeSync();
  await keepReputation({ sync, ...instantly }, { number: STRANGER, score, cacheHours: 24, now: NOW });
  const data = sync.data("reputation", STRANGER) ?? {};
  expect(data).toEqual({ score: 640, level: "high", provider: "telesign", at: NOW.toISOString() });
  expect(parseReputation(data, sought)).toEqual({ reputation: score, isMalformed: false });
  expect(sync.ttls.get(`reputation/${STRANGER}`)).toBe(24 * 60 * 60);
  expect(sync.requests).toEqual(["POST reputation"]);
});

test("a new score takes the place of one that no longer counts", async () => {
  const sync = new FakeSync();
  sync.put("reputation", STRANGER, { score: 10, level: "", provider: "icehook", at: hoursAgo(1) });
  await keepReputation({ sync, ...instantly }, { number: STRANGER, score, cacheHours: 24, now: NOW });
  expect(sync.data("reputation", STRANGER)).toMatchObject({ score: 640, provider: "telesign" });
});

test("a cache of no hours keeps nothing: a TTL of 0 would be for ever", async () => {
  const sync = new FakeSync();
  await keepReputation({ sync, ...instantly }, { number: STRANGER, score, cacheHours: 0, now: NOW });
  expect(sync.requests).toEqual([]);
});

const kept = { score: 640, level: "high", provider: "telesign", at: hoursAgo(1) };
test.each<[string, object]>([
  ["another provider's", { ...kept, provider: "lookup" }],
  ["24 hours old", { ...kept, at: hoursAgo(24) }],
])("a score that is %s does not count, and nothing is wrong with it", (_, data) => {
  expect(parseReputation({ ...data }, sought)).toEqual({ reputation: undefined, isMalformed: false });
});

test.each<[string, object]>([
  ["empty", {}],
  ["a score in words", { ...kept, score: "640" }],
  ["a score above all", { ...kept, score: 1001 }],
  ["a score below all", { ...kept, score: -1 }],
  ["half a score", { ...kept, score: 0.5 }],
  ["no provider", { ...kept, provider: undefined }],
  ["no instant", { ...kept, at: undefined }],
  ["an instant that is none", { ...kept, at: "yesterday" }],
  ["an instant to come", { ...kept, at: hoursAgo(-2) }],
])("a hand edit that makes no sense is no reputation: %s", (_, data) => {
  expect(parseReputation({ ...data }, sought)).toEqual({ reputation: undefined, isMalformed: true });
});

test("a score that was kept just now counts, though our clock is a little slow", () => {
  expect(parseReputation({ ...kept, at: hoursAgo(-0.01) }, sought).reputation).toEqual(score);
});

test("look-ups are counted hour by hour", async () => {
  const sync = new FakeSync();
  const count = (now: Date) => countLookup({ sync, ...instantly }, now, 2);
  expect([await count(NOW), await count(NOW), await count(NOW)]).toEqual(["counted", "counted", "full"]);
  expect(sync.data("reputation", LOOKUPS_KEY)).toEqual({ hour: "2026-01-05T15", count: 2 });
  expect(await count(new Date("2026-01-05T16:00:00Z"))).toBe("counted");
  expect(sync.data("reputation", LOOKUPS_KEY)).toEqual({ hour: "2026-01-05T16", count: 1 });
});

test("at the turn of an hour a slow clock does not begin the earlier hour anew", async () => {
  const sync = new FakeSync();
  const count = (time: string) => countLookup({ sync, ...instantly }, new Date(time), 2);
  const slow = "2026-01-05T15:59:59Z";
  expect([await count("2026-01-05T16:00:00Z"), await count(slow), await count(slow)]).toEqual([
    ...["counted", "counted", "full"],
  ]);
});

test("with a cap of 0 nothing is paid for, nor counted", async () => {
  const sync = new FakeSync();
  expect(await countLookup({ sync, ...instantly }, NOW, 0)).toBe("full");
  expect(sync.requests).toEqual([]);
});

test.each<[object, string, number]>([
  [{ hour: "2026-01-05T15", count: "many" }, "counted", 1],
  [{ hour: "2026-01-05T15", count: -5 }, "counted", 1],
  [{ hour: 15, count: 99 }, "counted", 1],
  [{ hour: "2027-01-05T15", count: 99 }, "counted", 1],
  [{ hour: "2026-01-05T15", count: 99 }, "full", 99],
])("a count edited to %p: the next look-up is %s, the count %p", async (data, outcome, count) => {
  const sync = new FakeSync();
  sync.put("reputation", LOOKUPS_KEY, { ...data });
  expect(await countLookup({ sync, ...instantly }, NOW, 2)).toBe(outcome);
  expect(sync.data("reputation", LOOKUPS_KEY)).toMatchObject({ count });
});

test("however many count at once, with conflicts and 429s: never more than the cap, and each that counts is in the count", async () => {
  const anyTroubles = fc.array(fc.constantFrom<Trouble>(undefined, "conflict", "throttled"), {
    maxLength: 40,
  });
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.nat({ max: 12 }),
      fc.nat({ max: 6 }),
      anyTroubles,
      async (scheduler, calls, cap, troubles) => {
        const left = [...troubles];
        const sync = new FakeSync(async () => {
          await scheduler.schedule(Promise.resolve());
          return left.shift();
        });
        const sleep = (ms: number) =>
          ms >= 1000 ? new Promise<void>(() => undefined) : scheduler.schedule(Promise.resolve());
        const counting = Array.from({ length: calls }, () =>
          countLookup({ sync, random: () => 0.5, sleep }, NOW, cap),
        );
        const counts = await scheduler.waitFor(Promise.all(counting));
        const counted = counts.filter((each) => each === "counted").length;
        expect(counted).toBe(Math.min(calls, cap));
        expect(sync.data("reputation", LOOKUPS_KEY)?.count ?? 0).toBe(counted);
      },
    ),
    { numRuns: 60 },
  );
});

test("when Sync is down nothing is counted", async () => {
  const sync = new FakeSync(() => "unavailable");
  await expect(countLookup({ sync, ...instantly }, NOW, 2)).rejects.toThrow("503");
});
