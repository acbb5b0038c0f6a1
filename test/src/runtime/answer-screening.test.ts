import type { Line, Policy } from "../../../src/policy/line";
import { answerScreening } from "../../../src/runtime/answer-screening";
import { SyncUnavailable } from "../../../src/store/sync-gateway";
import { parseCallSid } from "../../../src/telephony/sids";
import { CALL_SID, CALLER, deadSync, type FakeWiring, fakeWiring, LINE, policy } from "../mail/fake-wiring";
import { openScriptedServer, type ScriptedServer } from "../reputation/scripted-server";

let server: ScriptedServer;
beforeAll(async () => {
  server = await openScriptedServer();
});
afterAll(() => server.close());
beforeEach(() => server.script("reset"));

const callSid = parseCallSid(CALL_SID);

/** An office whose callers' scores are paid for; nobody is in its address book. */
function office(rules: Line["rules"] = ["contacts", "forwardlist", "reputation", "menu"]): FakeWiring {
  const wiring = fakeWiring({ contactsIndex: () => "" });
  wiring.variables = { TELESIGN_CUSTOMER_ID: "customer", TELESIGN_API_KEY: "key" };
  const line = policy.lines[LINE];
  if (line === undefined) throw new Error("no line");
  const reputation: Policy["reputation"] = {
    ...({ provider: "telesign", threshold: 600, timeoutMs: 1500, unknown: "next" } as const),
    ...{ lookupsPerHour: 60, cacheHours: 24 },
  };
  wiring.policyNow = { ...policy, reputation, lines: { [LINE]: { ...line, rules } } };
  return wiring;
}

function screen(wiring: FakeWiring) {
  if (callSid === undefined) throw new Error("no SID");
  return answerScreening(wiring, { callSid, from: CALLER, to: LINE, attestation: "none", numDigits: 3 });
}

// docs/serverless/functions-assets/functions: a Function that is late is no answer, and then no rule has decided anything.
test("the decision is not lost because it cannot be written down in time", async () => {
  const wiring = office();
  wiring.timeLeft = () => 250;
  const { memory } = wiring;
  let release = () => {};
  memory.createItem = () =>
    new Promise((_, reject) => {
      release = () => reject(new SyncUnavailable(undefined));
    });
  expect(await screen(wiring)).toMatchObject({ action: "menu" });
  expect(wiring.logged).toContainEqual(expect.stringContaining("screening-not-noted-in-time"));
  release();
});

test.each<[string, (wiring: FakeWiring) => void, string]>([
  [
    "Sync is down",
    (wiring) => {
      wiring.gateway = deadSync;
    },
    "reputation: could not read reputation",
  ],
  [
    "one list cannot be read",
    ({ memory }) => {
      const read = memory.readItem.bind(memory);
      memory.readItem = (map, key) =>
        map === "forwardlist" ? Promise.reject(new SyncUnavailable(500)) : read(map, key);
    },
    "reputation: unknown: nobody is asked, for want of forwardlist",
  ],
  [
    "the address book cannot be read",
    (wiring) => {
      wiring.contactsIndex = () => {
        throw new Error("no such Asset");
      };
    },
    "reputation: unknown: nobody is asked, for want of the address book",
  ],
])("nobody is paid to tell of who may be listed: %s", async (_name, arrange, said) => {
  const wiring = office();
  arrange(wiring);
  const { action, trace } = await screen(wiring);
  expect([action, trace.at(-1)]).toEqual(["menu", said]);
  expect(server.arrived).toEqual([]);
  expect(wiring.logged.join()).toContain("reputation-unknown");
});

test("of a stranger a score is asked for", async () => {
  await screen(office());
  expect(server.arrived).not.toEqual([]);
});
