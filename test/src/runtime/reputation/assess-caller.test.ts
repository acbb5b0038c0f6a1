import type { ReputationPolicy } from "../../../../src/policy/reputation";
import { assessCaller, assessFromAddOns } from "../../../../src/runtime/reputation/assess-caller";
import { assessmentBudget } from "../../../../src/runtime/reputation/assessment-budget";
import type { Wiring } from "../../../../src/runtime/wiring";
import { LOOKUPS_KEY } from "../../../../src/store/reputation";
import { CALL_SID, CALLER, deadSync, type FakeWiring, fakeWiring } from "../../mail/fake-wiring";
import { MemorySync } from "../../mail/memory-sync";
import addOns from "../../reputation/fixtures/add-ons.json";
import telesign from "../../reputation/fixtures/telesign.json";
import { lookupExample } from "../../reputation/lookup-example";
import { openScriptedServer, type Reaction, type ScriptedServer } from "../../reputation/scripted-server";

const settings: ReputationPolicy = {
  provider: "telesign",
  threshold: 600,
  timeoutMs: 1500,
  unknown: "next",
  lookupsPerHour: 60,
  cacheHours: 24,
};
const KEY = "0123456789abcdefghij";

let server: ScriptedServer;
beforeAll(async () => {
  server = await openScriptedServer();
});
afterAll(() => server.close());

const good: Reaction = { status: 200, body: JSON.stringify(telesign.success) };

function customer(change: Partial<Wiring> = {}): FakeWiring {
  const wiring = fakeWiring(change);
  wiring.variables = { TELESIGN_CUSTOMER_ID: "customer", TELESIGN_API_KEY: KEY };
  return wiring;
}

const assess = (wiring: FakeWiring, change: Partial<ReputationPolicy> = {}) =>
  assessCaller(wiring, { callSid: CALL_SID, number: CALLER, settings: { ...settings, ...change } });

const unknown = (why: string) => ({ kind: "unknown", why: expect.stringContaining(why) });

test("a score is counted, asked for once and remembered", async () => {
  server.script(good);
  const wiring = customer();
  expect(await assess(wiring)).toEqual({ kind: "score", score: 959, level: "high", provider: "telesign" });
  expect(server.arrived).toHaveLength(1);
  expect(wiring.memory.rows("reputation")).toEqual({
    [LOOKUPS_KEY]: { hour: "2026-01-05T15", count: 1 },
    [CALLER]: { score: 959, level: "high", provider: "telesign", at: "2026-01-05T15:00:00.000Z" },
  });
  expect(wiring.logged).toEqual([]);
});

test("Lookup is paid for with the Twilio account itself", async () => {
  server.script({ status: 200, body: JSON.stringify(lookupExample("fetchLineStatusInactive")) });
  const wiring = fakeWiring();
  expect(await assess(wiring, { provider: "lookup" })).toMatchObject({ score: 850, provider: "lookup" });
  const { username, password } = wiring.accountCredentials() ?? { username: "", password: "" };
  const basic = Buffer.from(`${username}:${password}`).toString("base64");
  expect(server.arrived[0]?.authorization).toBe(`Basic ${basic}`);
});

test.each<[string, Reaction, string]>([
  [
    "refuses us",
    { status: 401, body: JSON.stringify(telesign.errors[401]) },
    "refused our credentials (401)",
  ],
  ["is down", { status: 503, body: "" }, "answered 503"],
  ["is gone", "reset", "could not be reached"],
  ["is slow", "silence", "did not answer in time"],
  ["is nonsensical", { status: 200, body: "<html>" }, "makes no sense"],
])(
  "a provider that %s: unknown, remembered by nobody, noted without number or key",
  async (_, reaction, why) => {
    server.script(reaction);
    const wiring = customer();
    expect(await assess(wiring, { timeoutMs: 150 })).toEqual(unknown(why));
    expect(Object.keys(wiring.memory.rows("reputation"))).toEqual([LOOKUPS_KEY]);
    expect(wiring.logged).toEqual([expect.stringContaining("reputation-unknown")]);
    expect(wiring.logged.join()).not.toMatch(new RegExp(`${CALLER.slice(1)}|${KEY}`));
  },
);

test.each<[string, (wiring: FakeWiring) => void, string]>([
  [
    "the cap is reached",
    ({ memory }) => memory.createItem("reputation", LOOKUPS_KEY, { hour: "2026-01-05T15", count: 60 }),
    "60 look-ups were made in this hour",
  ],
  [
    "Sync is down",
    (wiring) => {
      wiring.gateway = deadSync;
    },
    "could not be counted",
  ],
  [
    "Sync cannot even be opened",
    (wiring) => {
      wiring.gateway = () => {
        throw new Error("no SID");
      };
    },
    "could not be counted",
  ],
  [
    "the key is missing",
    (wiring) => {
      wiring.variables = { TELESIGN_CUSTOMER_ID: "customer" };
    },
    "credentials for TeleSign are not set",
  ],
  [
    "the customer is missing",
    (wiring) => {
      wiring.variables = { TELESIGN_API_KEY: KEY };
    },
    "credentials for TeleSign are not set",
  ],
  [
    "the Function has no time left",
    (wiring) => {
      wiring.timeLeft = () => 700;
    },
    "no time was left",
  ],
])("when %s nobody is asked", async (_, arrange, why) => {
  server.script(good);
  const wiring = customer();
  arrange(wiring);
  expect(await assess(wiring)).toEqual(unknown(why));
  expect(server.arrived).toEqual([]);
});

test("a Sync that never answers takes the whole budget, and no more", async () => {
  server.script(good);
  const sync = new MemorySync();
  let release = () => {};
  sync.readItem = () =>
    new Promise((resolve) => {
      release = () => resolve(undefined);
    });
  expect(await assess(customer({ sync: () => sync }), { timeoutMs: 150 })).toEqual(
    unknown("could not be counted"),
  );
  expect(server.arrived).toEqual([]);
  release();
});

test("a score counts though it cannot be remembered", async () => {
  server.script(good);
  const wiring = customer();
  const { memory } = wiring;
  const create = memory.createItem.bind(memory);
  memory.createItem = (map, key, data) =>
    key === LOOKUPS_KEY ? create(map, key, data) : Promise.reject(new Error("Sync is down"));
  expect(await assess(wiring)).toMatchObject({ score: 959 });
  expect(wiring.logged).toEqual([expect.stringContaining("reputation-not-kept")]);
});

test("a caller does not wait until a score is remembered", async () => {
  server.script(good);
  const wiring = customer();
  const { memory } = wiring;
  const create = memory.createItem.bind(memory);
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  memory.createItem = async (map, key, data) => {
    if (key !== LOOKUPS_KEY) await released;
    return create(map, key, data);
  };
  expect(await assess(wiring)).toMatchObject({ score: 959 });
  expect(Object.keys(memory.rows("reputation"))).toEqual([LOOKUPS_KEY]);
  release();
});

test("of many calls at once no more are paid for than the cap allows", async () => {
  server.script(good);
  const wiring = customer();
  const found = await Promise.all(Array.from({ length: 12 }, () => assess(wiring, { lookupsPerHour: 5 })));
  expect(found.filter(({ kind }) => kind === "score")).toHaveLength(5);
  expect(server.arrived).toHaveLength(5);
});

test("an add-on is never asked", async () => {
  server.script(good);
  expect(await assess(customer(), { provider: "nomorobo" })).toEqual(unknown("comes with the call"));
  expect(server.arrived).toEqual([]);
});

test("an add-on's result is there at once; other providers have none", () => {
  const text = JSON.stringify(addOns.partial);
  expect(assessFromAddOns({ provider: "marchex" }, text)).toMatchObject({ score: 0, provider: "marchex" });
  expect(assessFromAddOns({ provider: "nomorobo" }, undefined)).toEqual(unknown("without add-ons"));
  expect(assessFromAddOns({ provider: "telesign" }, text)).toBeUndefined();
});

test.each([
  [1500, 4000, 1500],
  [1500, 1200, 500],
  [1500, 700, 0],
  [1500, 0, 0],
  [1500, Number.POSITIVE_INFINITY, 1500],
])("of %p ms and %p left in the Function, %p go to the asking", (timeoutMs, leftMs, budgetMs) => {
  expect(assessmentBudget(timeoutMs, leftMs)).toBe(budgetMs);
});
