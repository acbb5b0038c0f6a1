import { mergeCallRow } from "../../../src/policy/call-log";
import type { Office } from "../../../src/policy/office/office";
import { openPlan } from "../../../src/policy/office/sealed-plan";
import type { Handler } from "../../../src/runtime/answer-request";
import type { MenuReply } from "../../../src/runtime/office/menu-reply";
import { type FakeWiring, fakeWiring } from "../../src/mail/fake-wiring";
import { EVENING, FINANCE_GREETING, office } from "../../src/policy/office/samples";
import { callSid, home, LINE, line, NOON, number, STRANGER } from "../../src/policy/samples";
import { FakeResponse, run } from "../../src/runtime/fake-runtime";
import { FakeSync } from "../../src/store/fake-sync";

const mockWire = jest.fn();
jest.mock("../../../src/runtime/wiring", () => ({ wire: () => mockWire(), wireCall: () => mockWire() }));

const OWNER = number("60");
const SID = callSid("a");
/** Whoever shows no number cannot be called back. */
const WITHHELD = { From: "anonymous" };
const KEYS = "exhausted,greeting,hints,language,mailbox,next,plan,play,say,state";

let choose: Handler;
let wiring: FakeWiring;
let sync: FakeSync;
beforeAll(async () => {
  ({ handler: choose } = await import("../../../functions/office/choose.protected"));
  Reflect.set(globalThis, "Twilio", { Response: FakeResponse });
  jest.spyOn(console, "log").mockImplementation(() => undefined);
  jest.spyOn(console, "error").mockImplementation(() => undefined);
});
beforeEach(() => open());

function open(change: Partial<Office> = { languages: ["en"] }, gateway: FakeSync = new FakeSync()): void {
  sync = gateway;
  wiring = fakeWiring();
  wiring.clock = NOON;
  wiring.gateway = () => sync;
  wiring.policyNow = {
    country: "US",
    timezone: "America/New_York",
    owner: { name: "Ann", phone: OWNER },
    lines: { [LINE]: line({ menu: "main" }) },
    office: office(change),
  };
  mockWire.mockImplementation(() => wiring);
}

const ask = async (parameters: Record<string, string> = {}) => {
  const { status, body } = await run(choose, { CallSid: SID, From: STRANGER, To: LINE, ...parameters });
  expect([status, Object.keys(Object(body)).sort().join()]).toEqual([200, KEYS]);
  const reply: MenuReply = Object(body);
  return reply;
};

/** A call whose flow hands the state on: each answer is a key, or words. */
async function call(answers: readonly string[], parameters: Record<string, string> = {}) {
  let reply = await ask(parameters);
  for (const answer of answers) {
    const given = answer.length > 1 ? { Digits: "", Speech: answer } : { Digits: answer, Speech: "" };
    reply = await ask({ ...parameters, ...given, State: reply.state });
  }
  return reply;
}

describe("the first request of a call, before the flow has a state", () => {
  test("is answered with the greeting, the menu, and what speech recognition should expect", async () => {
    expect(await ask({ Digits: "", Speech: "", State: "" })).toMatchObject({
      ...{ next: "ask", language: "en-US", plan: "", play: "", mailbox: "", exhausted: "" },
      say: expect.stringMatching(/^Welcome to Example Limited\. For Customer service, press 1\./),
      hints: expect.stringMatching(/^Customer service, Finance, Parts, /),
    });
  });
  test("or with the question for the language", async () => {
    open({});
    expect(await ask()).toMatchObject({
      next: "ask",
      say: expect.stringContaining("Para español, marque 2."),
    });
    expect(await call(["2"])).toMatchObject({
      language: "es-MX",
      say: expect.stringContaining("Contabilidad"),
    });
    expect(await call(["3"])).toMatchObject({ language: "fr-FR" });
  });
  test("a state that is odd begins again", async () => {
    const first = await ask();
    for (const State of ["{}", "null", "[1]", '{"asked":"menu"', `${first.state} `.replace("main", "other")])
      expect(await ask({ State, Digits: "1" })).toEqual(first);
  });
});

describe("a department", () => {
  test("is rung by a plan that holds for this call only", async () => {
    const { next, plan } = await call(["Finance."]);
    expect(next).toBe("connect");
    expect(openPlan("a secret", plan, SID)).toEqual({
      ...{ callSid: SID, line: LINE, locale: "en", kind: "department", department: "finance" },
    });
    expect(openPlan("a secret", plan, callSid("b"))).toBeUndefined();
  });
  test("in the caller's language", async () => {
    open({});
    const { plan } = await call(["2", "1"]);
    expect(openPlan("a secret", plan, SID)).toMatchObject({ locale: "es", department: "service" });
  });
  test("that is closed takes a message; the call's row says whose it is", async () => {
    wiring.clock = EVENING;
    expect(await call(["2"], WITHHELD)).toMatchObject({
      ...{ next: "voicemail", mailbox: "finance", plan: "", exhausted: "" },
      greeting: `Finance is closed right now. ${FINANCE_GREETING.en}`,
    });
    expect(sync.data("calls", SID)).toEqual({
      ...{ from: "withheld", to: LINE, at: new Date(EVENING).toISOString(), department: "finance" },
    });
    expect(mergeCallRow(sync.data("calls", SID), { disposition: "voicemail" })).toMatchObject({
      department: "finance",
    });
  });
  test("that is closed and calls back is led to, which offers that", async () => {
    wiring.clock = EVENING;
    const { next, plan } = await call(["2"]);
    expect([next, openPlan("a secret", plan, SID)]).toMatchObject(["connect", { department: "finance" }]);
  });
  test("is closed or open as the owner's switch has it", async () => {
    sync.put("office", "state", { mode: "auto", departments: { finance: "night" } });
    expect(await call(["2"], WITHHELD)).toMatchObject({ next: "voicemail" });
    sync.put("office", "state", { mode: "day" });
    wiring.clock = EVENING;
    expect(await call(["2"], WITHHELD)).toMatchObject({ next: "connect" });
  });
  test("cannot be rung where plans cannot be sealed: a message, and the owner is told", async () => {
    wiring.variables = {};
    expect(await call(["2"])).toMatchObject({
      ...{ next: "voicemail", mailbox: "finance", plan: "" },
      greeting: `Sorry, your call cannot be put through right now. ${FINANCE_GREETING.en}`,
    });
    expect(await call(["", "", ""])).toMatchObject({ next: "voicemail", exhausted: "true" });
    expect(wiring.logged.join()).toContain("link-secret-missing");
  });
});

/** Also where nobody is asked for one yet: what comes next may fail, and the flow then has nothing else to say. */
test.each<[string, readonly string[], string]>([
  ["when asked for a language", [], "Please leave a message after the tone."],
  ["in a menu", ["2"], "Por favor, deje un mensaje después de la señal."],
  [
    "while a department rings",
    ["2", "1"],
    "Por favor, deje un mensaje para Atención al cliente después de la señal.",
  ],
  ["while one with a greeting of its own rings", ["1", "2"], FINANCE_GREETING.en],
])("a message is asked for in the caller's language, %s", async (_name, answers, greeting) => {
  open({});
  expect(await call(answers)).toMatchObject({ greeting });
});

describe("with Sync down", () => {
  beforeEach(() => open({ languages: ["en"] }, new FakeSync(() => "unavailable")));
  test("the hours decide", async () => {
    expect(await call(["2"])).toMatchObject({ next: "connect" });
    wiring.clock = EVENING;
    expect(await call(["2"], WITHHELD)).toMatchObject({ next: "voicemail", mailbox: "finance" });
    expect(wiring.logged.join()).toContain("office-state-unreadable");
    expect(wiring.logged.join()).toContain("call-row-not-written");
  });
  test("and unreachable the same", async () => {
    wiring.gateway = () => {
      throw new Error("SYNC_SERVICE_SID is not set");
    };
    expect(await call(["6"])).toMatchObject({ next: "voicemail", mailbox: "finance" });
  });
});

test("a write that takes too long is not waited for", async () => {
  let release = () => {};
  const held = new Promise<undefined>((resolve) => {
    release = () => resolve(undefined);
  });
  open({ languages: ["en"] }, new FakeSync((request) => (/calls/.test(request) ? held : undefined)));
  wiring.timeLeft = () => 0;
  expect(await call(["6"])).toMatchObject({ next: "voicemail", mailbox: "finance" });
  release();
});

test("whoever chooses nothing gets the operator, or may leave a message to the line", async () => {
  expect(await call(["", "", ""])).toMatchObject({ next: "connect", exhausted: "" });
  open({ languages: ["en"], operator: undefined });
  expect(await call(["", "9", "the weather"])).toMatchObject({
    ...{ next: "voicemail", mailbox: "", exhausted: "true", language: "en-US" },
    greeting: "Sorry, we could not make out your choice. Please leave a message after the tone.",
  });
  expect(sync.data("calls", SID)).toMatchObject({ from: STRANGER, disposition: "menu-exhausted" });
});

test("a recording is played from its address, an Asset of ours from our host", async () => {
  expect(await call(["5"])).toMatchObject({
    ...{ next: "play", play: "http://localhost:3000/way.mp3" },
    say: expect.stringMatching(/^For Customer service/),
  });
  const play = "https://example.com/way.mp3";
  const entries = [{ key: "5", name: { en: "The way" }, to: { kind: "play", play } }] as const;
  open({ languages: ["en"], menus: { main: { greeting: {}, entries } } });
  expect(await call(["5"])).toMatchObject({ next: "play", play });
});

test("what a number spells is told elsewhere, in the caller's language", async () => {
  const entries = [{ key: "8", name: { en: "Words" }, to: { kind: "vanity" } }] as const;
  open({ menus: { main: { greeting: {}, entries } } });
  expect(await call(["2", "8"])).toMatchObject({
    ...{ next: "vanity", language: "es-MX", say: "", plan: "", mailbox: "", exhausted: "" },
    greeting: "Por favor, deje un mensaje después de la señal.",
  });
  expect(sync.data("calls", SID)).toBeUndefined();
});

describe("star asks the owner for the PIN", () => {
  beforeEach(() => {
    wiring.variables = { LINK_SECRET: "a secret", OWNER_PIN_HASH: "scrypt$…" };
  });
  test("who calls from the owner's number", async () => {
    expect(await call(["*"], { From: OWNER })).toMatchObject({
      next: "owner",
      say: expect.stringContaining("PIN"),
    });
    expect(await call(["*"])).toMatchObject({ next: "ask" });
  });
  test("not without a PIN", async () => {
    wiring.variables = { LINK_SECRET: "a secret" };
    expect(await call(["*"], { From: OWNER })).toMatchObject({ next: "ask" });
  });
  test("not where the network must vouch for the owner's number, which is not known here", async () => {
    wiring.policyNow = { ...wiring.policyNow, home: home({ ownerAttestation: "A" }) };
    expect(await call(["*"], { From: OWNER })).toMatchObject({ next: "ask" });
  });
});

test("what is said can be spoken, however long the policy has it", async () => {
  const say = { en: `\u0007${"We are open. ".repeat(1000)}` };
  const entries = [{ key: "1", name: { en: "Hours" }, to: { kind: "say", say } }] as const;
  open({ languages: ["en"], menus: { main: { greeting: {}, entries } } });
  const reply = await call(["1"]);
  expect(reply.say.length).toBeLessThanOrEqual(4096);
  expect(reply.say).toMatch(/^We are open\./);
});

test.each([
  ["no call", { CallSid: "x" }, 400],
  ["a number that is no line of ours", { To: STRANGER }, 500],
])("%s is refused", async (_name, parameters, status) => {
  const reply = await run(choose, { CallSid: SID, From: STRANGER, To: LINE, ...parameters });
  expect(reply.status).toBe(status);
});

test("the log holds neither who called nor what was said", async () => {
  await call(["my name is Bo", "3", "7"]);
  expect(wiring.logged.join("\n")).not.toMatch(/5550199|Bo/);
});
