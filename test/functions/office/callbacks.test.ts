import { XMLParser } from "fast-xml-parser";
import type { Handler } from "../../../src/runtime/answer-request";
import { department } from "../../src/policy/office/samples";
import { callSid, FRIEND, LINE, line, NOON, number, STRANGER } from "../../src/policy/samples";
import { FakeResponse, run } from "../../src/runtime/fake-runtime";
import { PHONE_CALL } from "../../src/runtime/fake-voice";
import {
  type CallbackOffice,
  CountingVoice,
  openCallbackOffice,
  PAUSE_MS,
} from "../../src/runtime/office/callback-office";
import { FakeSync } from "../../src/store/fake-sync";

const mockWire = jest.fn();
jest.mock("../../../src/runtime/wiring", () => ({ wire: () => mockWire(), wireCall: () => mockWire() }));

let functions: Record<"request" | "callback" | "status" | "rate" | "ended", Handler>;
beforeAll(async () => {
  functions = {
    request: (await import("../../../functions/office/callback-request.protected")).handler,
    callback: (await import("../../../functions/office/callback.protected")).handler,
    status: (await import("../../../functions/office/callback-status.protected")).handler,
    rate: (await import("../../../functions/office/rate.protected")).handler,
    ended: (await import("../../../functions/incoming/ended.protected")).handler,
  };
  for (const method of ["error", "log"] as const)
    jest.spyOn(console, method).mockImplementation(() => undefined);
});

let house: CallbackOffice;
function open(...setup: Parameters<typeof openCallbackOffice>): void {
  Reflect.set(globalThis, "Twilio", { Response: FakeResponse });
  house = openCallbackOffice(...setup);
  mockWire.mockReturnValue(house.wiring);
}
beforeEach(() => open());

const ask = async (name: "request" | "rate" | "ended", parameters: Record<string, string>) => {
  const call = { CallSid: callSid("a"), From: STRANGER, To: LINE, Plan: house.plan("a") };
  const { status, body } = await run(functions[name], { ...call, ...parameters });
  return status === 200 && typeof body === "object" ? { ...body } : { status };
};
const request = (parameters: Record<string, string> = {}) => ask("request", { Digits: "9", ...parameters });
/** A document of TwiML as data: attributes begin with @. */
const twiml = (body: unknown) =>
  new XMLParser({ ignoreAttributes: false, attributeNamePrefix: "@" }).parse(String(body)).Response;
/** What Twilio posts to a URL of ours. */
const post = async (url: string, parameters: Record<string, string>) => {
  const { pathname, searchParams } = new URL(url);
  const handler = pathname === "/office/callback" ? functions.callback : functions.status;
  return twiml((await run(handler, { ...Object.fromEntries(searchParams), ...parameters })).body);
};
const placed = (index = 0) => {
  const call = house.voice.placed[index];
  if (call === undefined) throw new Error("not placed");
  return { ...call, sid: house.voice.sidOf(index) };
};
const hear = (index = 0, Digits?: string, sid = placed(index).sid) =>
  post(placed(index).url, { CallSid: sid, ...(Digits === undefined ? {} : { Digits }) });

describe("office/callback-request", () => {
  test("9 puts the caller into the queue for a week, and says so with the number", async () => {
    expect(await request()).toEqual({
      result: "queued",
      say: "Thank you. We will call you back at 2 1 2, 5 5 5, 0 1 9 9. Goodbye.",
      language: "en-US",
    });
    const askedAt = new Date(NOON).toISOString();
    expect(house.stored()).toEqual({
      line: LINE,
      department: "finance",
      askedAt,
      tries: 0,
      state: "waiting",
    });
    expect(house.sync.ttls.get(`callbacks/${STRANGER}`)).toBe(604_800);
    expect(house.sync.data("calls", callSid("a"))).toMatchObject({ disposition: "message" });
  });
  test("who asks again moves nothing", async () => {
    await request();
    const first = house.stored();
    house.later();
    expect(await request()).toMatchObject({ result: "queued" });
    expect(house.stored()).toEqual(first);
  });
  test.each(["", "1", "*", "99"])("%j: nothing is said or queued", async (Digits) => {
    expect(await request({ Digits })).toEqual({ result: "not", say: "", language: "en-US" });
    expect(house.sync.keys("callbacks")).toEqual([]);
  });
  test.each<[string, Record<string, string>]>([
    ["withheld", { From: "anonymous" }],
    ["a SIP phone", { From: "sip:bo@example.com" }],
    ["a line of ours", { From: LINE }],
    ["premium rate", { From: "+19005550150" }],
    ["another country", { From: "+18765550150" }],
    ["no plan", { Plan: "" }],
    ["another call's plan", { CallSid: callSid("b") }],
  ])("%s: refused, and said so", async (_name, change) => {
    const reply = await request(change);
    expect(reply).toMatchObject({ result: "not", say: "Sorry, we cannot call you back." });
    expect(house.sync.keys("callbacks")).toEqual([]);
  });
  test("a department that offers none", async () => {
    open({ departments: { finance: department({ offersCallback: false }) } });
    expect(await request()).toMatchObject({ result: "not" });
  });
  test("with Sync down the caller hears that it is not possible", async () => {
    open({}, new FakeSync(() => "unavailable"));
    expect(await request()).toMatchObject({ result: "not", say: expect.stringContaining("Sorry") });
  });
});

describe("office/rate", () => {
  const rating = () => house.sync.data("calls", callSid("a"))?.rating;
  test.each(["1", "2", "3", "4", "5"])("%s goes into the call's row, once", async (Digits) => {
    expect(await ask("rate", { Digits })).toEqual({
      say: "Thank you for your answer. Goodbye.",
      language: "en-US",
    });
    await ask("rate", { Digits: "3" });
    expect(rating()).toBe(Number(Digits));
  });
  test.each(["", "0", "6", "12", "#"])("%j is thanked for all the same", async (Digits) => {
    expect(await ask("rate", { Digits, Plan: "nonsense" })).toMatchObject({
      say: expect.stringContaining("Thank"),
    });
    expect(rating()).toBeUndefined();
  });
});

describe("a call-back is placed", () => {
  beforeEach(() => house.waits());

  test("to a telephone of the department, from our line", async () => {
    expect(await house.place()).toMatchObject([{ outcome: "placed", detail: number("32") }]);
    expect(placed()).toMatchObject({ to: number("32"), from: LINE, timeoutSeconds: 20 });
    expect(placed().url).toMatch(/^https:\/\/gatehouse\.example\/office\/callback\?link=/);
    expect(house.stored()).toMatchObject({ state: "calling", tries: 1, callSid: placed().sid });
    expect(await house.place()).toEqual([]);
  });
  test("each time to the next telephone, five times, then it has failed, and nothing more happens", async () => {
    for (let tried = 0; tried < 7; tried++) {
      await house.place();
      const call = house.voice.placed[tried];
      if (call) await post(call.statusCallback, { CallStatus: "no-answer" });
      house.later(PAUSE_MS * 2 ** tried);
    }
    expect(house.voice.placed.map(({ to }) => to.slice(-2))).toEqual(["32", "33", "32", "33", "32"]);
    expect(house.stored()).toMatchObject({ state: "failed", tries: 5, note: "the telephone: no-answer" });
  });
  test("not while the department is closed, by its hours or by the owner's switch", async () => {
    house.sync.put("office", "state", { mode: "night" });
    expect(await house.place()).toMatchObject([{ outcome: "skipped", detail: "finance is closed" }]);
    house.sync.put("office", "state", { mode: "day" });
    house.later(8 * 60 * 60_000);
    expect(await house.place()).toMatchObject([{ outcome: "placed" }]);
  });
  test("one for each department, and not while it is busy with one; those first who asked first", async () => {
    house.waits(FRIEND, {}, 120);
    house.waits(number("61"), { department: "service" });
    expect(await house.place()).toMatchObject([
      { number: FRIEND, outcome: "placed" },
      { number: number("61"), outcome: "placed" },
    ]);
    expect(await house.place()).toEqual([]);
    await post(placed().statusCallback, { CallStatus: "busy" });
    expect(await house.place()).toMatchObject([{ number: STRANGER, outcome: "placed" }]);
  });
  test("as many as are wanted", async () => {
    house.waits(FRIEND);
    expect(await house.place(2)).toHaveLength(2);
  });
  test.each<[string, object, string]>([
    ["a department that is no more", { department: "constructor" }, "no department constructor"],
    ["a line that is no more", { line: number("77") }, "no line of the policy"],
  ])("not for %s", async (_name, change, detail) => {
    house.waits(STRANGER, change);
    expect(await house.place()).toMatchObject([
      { outcome: "skipped", detail: expect.stringContaining(detail) },
    ]);
  });
  test("not to a number that a hand edit put there", async () => {
    house.sync.removeItem("callbacks", STRANGER);
    house.waits("+19005550150");
    expect(await house.place()).toMatchObject([{ outcome: "skipped", detail: "it is dear" }]);
  });
  test("what Twilio refuses does not count; what it does not answer does, for it may ring", async () => {
    let failure: Error = Object.assign(new Error("Account not authorized"), { status: 400 });
    const voice = new CountingVoice(() => Promise.reject(failure));
    open({}, new FakeSync(), voice);
    house.waits();
    expect(await house.place()).toMatchObject([{ outcome: "refused" }]);
    expect(house.stored()).toMatchObject({
      ...{ state: "waiting", tries: 0, note: "Twilio refused the call: Account not authorized" },
    });
    expect(await house.place()).toEqual([]);
    house.later();
    failure = new Error("socket hang up");
    expect(await house.place()).toMatchObject([{ outcome: "refused" }]);
    expect(house.stored()).toMatchObject({ state: "calling", tries: 1 });
  });
  // Some numbers Twilio calls for nobody, or not for this account: https://www.twilio.com/docs/api/errors/21215
  test("in place of a telephone that Twilio refuses to call the next one rings", async () => {
    const refused = Object.assign(new Error("Account not authorized to call +12125550132"), { status: 400 });
    let asked = 0;
    const refuseFirst = () => (asked++ === 0 ? Promise.reject(refused) : undefined);
    open({}, new FakeSync(), new CountingVoice(refuseFirst));
    house.waits();
    expect(await house.place()).toMatchObject([{ outcome: "placed", detail: number("33") }]);
    expect(house.stored()).toMatchObject({ state: "calling", tries: 1 });
  });
  test("without LINK_SECRET nothing is claimed", async () => {
    house.wiring.variables = {};
    await expect(house.place()).rejects.toThrow("LINK_SECRET");
    expect(house.stored()).toMatchObject({ state: "waiting", tries: 0 });
  });
});

describe("office/callback", () => {
  const RETURN = expect.stringMatching(
    /^https:\/\/gatehouse\.example\/office\/callback-status\?link=.*&of=dial$/,
  );
  beforeEach(async () => {
    house.waits();
    await house.place();
  });

  // A Gather that times out falls through to the next verb: https://www.twilio.com/docs/voice/twiml/gather#timeout
  test("says whose it is, twice, asks for a key, and hangs up on whoever presses none", async () => {
    const { Gather, Hangup } = await hear();
    expect(Hangup).toBe("");
    expect(Gather).toMatchObject({ "@numDigits": "1", "@input": "dtmf", "@action": placed().url });
    expect(Gather.Say).toMatchObject({ "@language": "en-US", "@loop": "2" });
    expect(Gather.Say["#text"]).toBe(
      "This is a call-back for Finance: 2 1 2, 5 5 5, 0 1 9 9 asked for it at 10:15 AM. To call now, press 1. To be asked again later, press 2. To drop it, press 3.",
    );
  });
  test("names the day when it is another", async () => {
    house.later(24 * 60 * 60_000);
    expect((await hear()).Gather.Say["#text"]).toContain("at 10:15 AM, Monday.");
  });
  test("1 calls the caller, who sees our line; the talk makes it done", async () => {
    const { Say, Dial } = await hear(0, "1");
    expect(Say["#text"]).toBe("Calling.");
    expect(Dial).toMatchObject({ "@callerId": expect.anything(), "@action": RETURN, "@timeLimit": "14400" });
    expect(`+${Dial["@callerId"]}`.replace("++", "+")).toBe(LINE);
    expect(`+${Dial.Number["#text"]}`).toBe(STRANGER);
    expect(Dial.Number["@statusCallbackEvent"]).toBe("answered");
    await post(Dial.Number["@statusCallback"], { CallStatus: "in-progress", CallSid: callSid("child") });
    expect(house.stored()).toMatchObject({ state: "done" });
    expect(await post(Dial["@action"], { DialCallStatus: "completed" })).toEqual({ Hangup: "" });
    await post(placed().statusCallback, { CallStatus: "completed" });
    house.later(24 * 60 * 60_000);
    expect(await house.place()).toEqual([]);
  });
  test("1, and the caller does not answer: whoever is there is told, and it waits", async () => {
    const { Dial } = await hear(0, "1");
    const answer = await post(Dial["@action"], { DialCallStatus: "no-answer" });
    expect(answer).toMatchObject({
      Say: { "#text": "Nobody was reached. You will be asked again later. Goodbye." },
      Hangup: "",
    });
    await post(placed().statusCallback, { CallStatus: "completed" });
    expect(house.stored()).toMatchObject({ state: "waiting", note: "the caller's telephone: no-answer" });
  });
  test("1 twice from one call is one call; from another call it calls nobody", async () => {
    expect(await hear(0, "1")).toHaveProperty("Dial");
    expect(await hear(0, "1")).toHaveProperty("Dial");
    expect(await hear(0, "1", PHONE_CALL)).not.toHaveProperty("Dial");
  });
  test("2 puts it off, 3 drops it", async () => {
    expect(await hear(0, "2")).toMatchObject({
      Say: { "#text": expect.stringContaining("later") },
      Hangup: "",
    });
    expect(house.stored()).toMatchObject({ state: "waiting", note: "put off by the department" });
    house.later();
    await house.place();
    expect(await hear(1, "3")).toMatchObject({ Say: { "#text": expect.stringContaining("dropped") } });
    expect(house.stored()).toMatchObject({ state: "dropped" });
  });
  test("another key hangs up; a mailbox that pressed none is told of by its end", async () => {
    expect(await hear(0, "7")).toEqual({ Hangup: "" });
    await post(placed().statusCallback, { CallStatus: "completed" });
    expect(house.stored()).toMatchObject({ state: "waiting", note: "picked up, and no key was pressed" });
  });
  test("an attempt that is over, or another's, calls nobody", async () => {
    house.later();
    await house.place();
    expect(await hear(0)).toMatchObject({
      Say: { "#text": expect.stringContaining("not waiting any more") },
    });
    expect(await hear(0, "1")).not.toHaveProperty("Dial");
    expect(await hear(1, "1")).toHaveProperty("Dial");
  });
  test.each(["", "nonsense", "e30.e30"])("link %j: hangs up, and nothing changes", async (link) => {
    const before = house.stored();
    for (const Digits of ["", "1", "3"]) {
      const answer = await run(functions.callback, { CallSid: PHONE_CALL, link, Digits });
      expect(twiml(answer.body)).toEqual({ Hangup: "" });
    }
    await run(functions.status, { link, of: "caller", CallStatus: "in-progress" });
    expect(house.stored()).toEqual(before);
  });
  test("what cannot be written down calls nobody", async () => {
    let isBroken = false;
    open({}, new FakeSync((asked) => (asked === "PUT callbacks" && isBroken ? "unavailable" : undefined)));
    house.waits();
    await house.place();
    isBroken = true;
    expect(await hear(0, "1")).toEqual({ Hangup: "" });
  });
});

describe("incoming/ended, after a department's call", () => {
  const end = (parameters: Record<string, string> = {}) =>
    ask("ended", {
      Screening: JSON.stringify({ action: "menu", rule: "menu" }),
      ...{ OfficeOutcome: "answered", OfficeWaited: "12", OfficeTalked: "60", ...parameters },
    });
  const row = () => house.sync.data("calls", callSid("a"));
  beforeEach(() => {
    house.sync.put("calls", callSid("a"), { department: "finance" });
    house.waits();
  });

  test("the row has the times, and the department is offered one call-back", async () => {
    house.waits(FRIEND);
    expect(await end()).toEqual({ disposition: "connected" });
    expect(row()).toMatchObject({ disposition: "connected", waitSeconds: 12, talkSeconds: 60 });
    expect(house.voice.placed).toHaveLength(1);
  });
  test.each<[string, Record<string, string>]>([
    ["nobody answered", { OfficeOutcome: "unanswered" }],
    ["no department was called", { OfficeOutcome: "" }],
    ["a word that is none", { OfficeOutcome: "answer" }],
  ])("%s: nothing is offered", async (_name, parameters) => {
    await end(parameters);
    expect(house.voice.placed).toEqual([]);
  });
  // Who has just been talked with needs no call any more.
  test.each<[string, string, string, string]>([
    ["who got through at last", "finance", "answered", "done"],
    ["who was blocked", "finance", "blocked", "dropped"],
    ["who talked with others", "service", "answered", "waiting"],
    ["whom nobody answered again", "finance", "unanswered", "waiting"],
  ])("%s", async (_name, department, outcome, state) => {
    const { concludeOfficeCall } = await import("../../../src/runtime/office/conclude-office-call");
    const result = { callSid: callSid("a"), from: STRANGER, to: LINE, plan: house.plan("a", department) };
    await concludeOfficeCall(house.wiring, { ...result, outcome, isOnLine: true, waited: 12, talked: 60 });
    expect(house.stored()).toMatchObject({ state });
    if (state !== "waiting") await end();
    expect(house.voice.placed).toEqual([]);
  });
  test("another department's call-back is not offered", async () => {
    house.sync.put("calls", callSid("a"), { department: "service" });
    await end();
    expect(house.voice.placed).toEqual([]);
  });
  test("what fails costs neither the row nor the answer; with little time left nothing is begun", async () => {
    open({}, new FakeSync((asked) => (asked.endsWith("callbacks") ? "unavailable" : undefined)));
    house.sync.put("calls", callSid("a"), { department: "finance" });
    expect(await end()).toEqual({ disposition: "connected" });
    expect(row()).toMatchObject({ disposition: "connected" });
    expect(house.wiring.logged.join()).toContain("callback-not-offered");
    open();
    house.waits();
    house.sync.put("calls", callSid("a"), { department: "finance" });
    house.wiring.timeLeft = () => 1100;
    await end();
    expect(house.voice.placed).toEqual([]);
  });
  test("the menu gave up", async () => {
    expect(await end({ OfficeOutcome: "", MenuExhausted: "true", OfficeTalked: "x" })).toEqual({
      disposition: "menu-exhausted",
    });
    expect(row()).not.toHaveProperty("talkSeconds");
  });
});

test("a caller of a country that the line is for may be called back there", async () => {
  const evidence = { country: { only: ["JM"], never: [], then: "challenge" } } as const;
  house.wiring.policyNow = { ...house.wiring.policyNow, lines: { [LINE]: line({ evidence }) } };
  expect(await request({ From: "+18765550150" })).toMatchObject({ say: expect.stringContaining("plus 1") });
});
