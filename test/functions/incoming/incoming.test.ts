import type { Handler } from "../../../src/runtime/answer-request";
import { office } from "../../src/policy/office/samples";
import { callSid, FRIEND, HOME, LINE, type LineChange, STRANGER, strikes } from "../../src/policy/samples";
import { FakeSync } from "../../src/store/fake-sync";
import { type FunctionsHouse, openHouse } from "./house";

interface Functions {
  readonly screen: Handler;
  readonly check: Handler;
  readonly reject: Handler;
  readonly ended: Handler;
}

/** Fresh Functions, as on a cold start. */
async function coldStart(): Promise<Functions> {
  jest.resetModules();
  return {
    screen: (await import("../../../functions/incoming/screen.protected")).handler,
    check: (await import("../../../functions/incoming/check-challenge.protected")).handler,
    reject: (await import("../../../functions/incoming/reject.protected")).handler,
    ended: (await import("../../../functions/incoming/ended.protected")).handler,
  };
}

let functions: Functions;
let house: FunctionsHouse;
async function open(change: LineChange = {}, sync?: FakeSync): Promise<void> {
  functions = await coldStart();
  house = openHouse(change, sync);
}
const logged = jest.spyOn(console, "log").mockImplementation(() => undefined);
jest.spyOn(console, "error").mockImplementation(() => undefined);
beforeEach(async () => {
  logged.mockClear();
  await open();
});

const screen = async (call: string, from: string = STRANGER, more: Record<string, string> = {}) =>
  asRecord((await house.call(functions.screen, { CallSid: callSid(call), From: from, ...more })).body);
const check = async (call: string, answer: Record<string, string>, from: string = STRANGER) =>
  asRecord((await house.call(functions.check, { CallSid: callSid(call), From: from, ...answer })).body);
const asRecord = (body: unknown): Record<string, unknown> =>
  typeof body === "object" && body ? { ...body } : { body };
const digitsIn = (reply: Record<string, unknown>): string => String(reply.say).match(/\d/g)?.join("") ?? "";
const wrong = (digits: string): string => [...digits].map((digit) => (Number(digit) + 1) % 10).join("");
const counters = () => house.sync.data("graylist", STRANGER);
const row = (call: string) => house.sync.data("calls", callSid(call));
const put = (unanswered: number, failed: number) =>
  house.sync.put("graylist", STRANGER, { ...strikes(unanswered, failed) });

// The table of end states: the README's, and an earlier screening system's.
describe("the end states, with the default strikes 3 and 3", () => {
  test("in the contacts: rings ring.to with the caller's number shown", async () => {
    expect(await screen("a", FRIEND)).toMatchObject({
      action: "connect",
      rule: "contacts",
      to: HOME,
      callerId: FRIEND,
    });
  });
  test("in the forward list: rings the mapped number", async () => {
    house.sync.put("forwardlist", STRANGER, { to: FRIEND });
    expect(await screen("a")).toMatchObject({
      action: "connect",
      rule: "forwardlist",
      to: FRIEND,
      callerId: STRANGER,
    });
  });
  test("in the block list: rejected", async () => {
    house.sync.put("blocklist", STRANGER, {});
    expect(await screen("a")).toMatchObject({
      action: "reject",
      rejectReason: "rejected",
      rule: "blocklist",
    });
    expect(row("a")).toMatchObject({ from: STRANGER, to: LINE, verdict: "reject", disposition: "rejected" });
  });
  test.each([
    [2, 2, "challenge"],
    [3, 0, "reject"],
    [0, 3, "reject"],
    [4, 7, "reject"],
  ])("graylist with %i unanswered and %i failed in a row: %s", async (unanswered, failed, action) => {
    put(unanswered, failed);
    expect(await screen("a")).toMatchObject({ action });
  });
  test("answers right: both counters cleared, then voicemail", async () => {
    put(2, 2);
    const digits = digitsIn(await screen("a"));
    expect(await check("a", { Digits: digits })).toMatchObject({ result: "right", next: "voicemail" });
    expect(counters()).toMatchObject({ unanswered: 0, failed: 0 });
  });
  test("answers right where that rings", async () => {
    await open({ challenge: { onPass: "ring" } });
    const asked = await screen("a");
    expect(asked).toMatchObject({ to: HOME, callerId: STRANGER, onPass: "ring" });
    expect(await check("a", { Digits: digitsIn(asked) })).toMatchObject({ result: "right", next: "ring" });
  });
  test.each([
    [0, "failed", "Those were the wrong digits."],
    [1, "failed", "Those were the wrong digits."],
    [2, "locked", "You are locked out."],
  ])("answers wrong after %i wrong answers: %s, then ended", async (before, result, say) => {
    put(1, before);
    const digits = digitsIn(await screen("a"));
    expect(counters()).toMatchObject({ unanswered: 2, failed: before });
    expect(await check("a", { Digits: wrong(digits) })).toMatchObject({
      result,
      say,
      next: "end",
      attempt: 1,
    });
    expect(counters()).toMatchObject({ unanswered: 1, failed: before + 1 });
    expect(row("a")).toMatchObject({ disposition: "failed-challenge", rule: "challenge" });
  });
  test("hangs up during the prompt: counted as unanswered", async () => {
    await screen("a");
    expect(counters()).toMatchObject({ unanswered: 1, failed: 0 });
    expect(row("a")).toMatchObject({ disposition: "abandoned", verdict: "challenge" });
  });
  test("three hang-ups: the fourth call is rejected", async () => {
    for (const call of ["a", "b", "c"]) expect(await screen(call)).toMatchObject({ action: "challenge" });
    expect(await screen("d")).toMatchObject({ action: "reject", rule: "graylist" });
  });
  test("talks: no answer, and counted as such", async () => {
    await screen("a");
    expect(await check("a", { SpeechResult: "about your car" })).toMatchObject({
      result: "unanswered",
      next: "end",
    });
    expect(counters()).toMatchObject({ unanswered: 1, failed: 0 });
  });
  test("says the right digits", async () => {
    const digits = digitsIn(await screen("a"));
    expect(await check("a", { SpeechResult: [...digits].join(" ") })).toMatchObject({ result: "right" });
  });
});

describe("a line's own choices", () => {
  test("who is locked out may leave a message", async () => {
    await open({ strikes: { then: "voicemail" } });
    put(3, 0);
    expect(await screen("a")).toMatchObject({ action: "voicemail", rule: "graylist" });
  });
  test("more attempts: new digits, no counter changes, the last one decides", async () => {
    await open({ challenge: { attempts: 2 } });
    const first = digitsIn(await screen("a"));
    const again = await check("a", { Digits: wrong(first), Attempt: "1" });
    expect(again).toMatchObject({ result: "retry", attempt: 2 });
    expect(digitsIn(again)).not.toBe(first);
    expect(counters()).toMatchObject({ unanswered: 1, failed: 0 });
    expect(await check("a", { Digits: wrong(digitsIn(again)), Attempt: "2" })).toMatchObject({
      result: "failed",
    });
    expect(counters()).toMatchObject({ unanswered: 0, failed: 1 });
  });
  test("the digits of the first attempt do not pass the second", async () => {
    await open({ challenge: { attempts: 2 } });
    const first = digitsIn(await screen("a"));
    await check("a", { Digits: wrong(first), Attempt: "1" });
    expect(await check("a", { Digits: first, Attempt: "2" })).toMatchObject({ result: "failed" });
  });
  test("as many digits as the flow's Gather takes", async () => {
    const asked = await screen("a", STRANGER, { NumDigits: "6" });
    expect(digitsIn(asked)).toHaveLength(6);
    expect(await check("a", { Digits: digitsIn(asked), NumDigits: "6" })).toMatchObject({ result: "right" });
  });
});

describe("who has no number", () => {
  // Sentinels and words: https://www.twilio.com/docs/voice/twiml#request-parameters
  test.each(["anonymous", "Restricted", "", "sip:kitchen@home.example.com", "client:tablet"])(
    "%j is challenged, counted nowhere, and shown with the line's number",
    async (from) => {
      await open({ challenge: { onPass: "ring" } });
      const asked = await screen("a", from);
      expect(asked).toMatchObject({ action: "challenge", callerId: LINE });
      await check("a", { Digits: wrong(digitsIn(asked)) }, from);
      expect(house.sync.keys("graylist")).toEqual([]);
      expect(house.sync.requests).not.toContain("GET graylist");
    },
  );
  test("who withholds the number is logged as such", async () => {
    await screen("a", "anonymous");
    expect(row("a")).toMatchObject({ from: "withheld" });
  });
});

describe("what it costs", () => {
  test("a contact: no request, and the helper library is not even asked for", async () => {
    await screen("a", FRIEND);
    expect(house.sync.requests).toEqual([]);
    expect(house.clientsMade()).toBe(0);
  });
  test("a stranger: one batch of reads, then one round of writes", async () => {
    await screen("a");
    const [reads, writes] = [house.sync.requests.slice(0, 4).sort(), house.sync.requests.slice(4).sort()];
    expect(reads).toEqual(["GET blocklist", "GET forwardlist", "GET graylist", "GET patterns"]);
    expect(writes).toEqual(["POST calls", "POST graylist"]);
  });
  test("a blocked caller: one batch of reads and the row of the call", async () => {
    house.sync.put("blocklist", STRANGER, {});
    await screen("a");
    expect(house.sync.requests).toHaveLength(5);
  });
});

describe("webhooks that come twice change nothing the second time", () => {
  test("the third call, asked twice, is challenged twice with the same digits and counted once", async () => {
    put(2, 0);
    const once = await screen("a");
    expect(await screen("a")).toEqual(once);
    expect(counters()).toMatchObject({ unanswered: 3 });
  });
  test("a final answer, checked twice, is answered the same and counted once", async () => {
    put(0, 1);
    const digits = digitsIn(await screen("a"));
    const once = await check("a", { Digits: wrong(digits) });
    expect(await check("a", { Digits: wrong(digits) })).toEqual(once);
    expect(counters()).toMatchObject({ unanswered: 0, failed: 2 });
  });
  test("a screening that comes again late does not make a failed challenge an abandoned call", async () => {
    const digits = digitsIn(await screen("a"));
    await check("a", { Digits: wrong(digits) });
    await screen("a");
    expect(row("a")).toMatchObject({ disposition: "failed-challenge" });
  });
});

describe("when things are down", () => {
  test("Sync: strangers are still challenged, uncounted; the trace says so", async () => {
    await open({}, new FakeSync(() => "unavailable"));
    const asked = await screen("a");
    expect(asked).toMatchObject({ action: "challenge" });
    expect(asked.trace).toContain("graylist: could not read graylist");
    expect(house.sync.requests.filter((request) => request.endsWith("graylist"))).toEqual(["GET graylist"]);
    expect(await check("a", { Digits: digitsIn(asked) })).toMatchObject({ result: "right" });
    expect(await check("a", { Digits: wrong(digitsIn(asked)) })).toMatchObject({ result: "failed" });
  });
  test("no Sync Service configured: the same", async () => {
    house.environment = { CHALLENGE_SECRET: "a secret" };
    expect(await screen("a")).toMatchObject({ action: "challenge" });
  });
  test("the graylist can be read but not written: challenged, and the loss is logged", async () => {
    await open({}, new FakeSync((request) => (request === "POST graylist" ? "unavailable" : undefined)));
    expect(await screen("a")).toMatchObject({ action: "challenge" });
    expect(logged.mock.calls.join()).toContain("strike-not-counted");
  });
  test("no CHALLENGE_SECRET: voicemail, traced and logged; and an answer is a 500, so that the flow takes a message", async () => {
    house.environment = { SYNC_SERVICE_SID: `IS${"0".repeat(32)}` };
    const reply = await screen("a");
    expect(reply).toMatchObject({ action: "voicemail", rule: "none" });
    expect(reply.trace).toContain("challenge: cannot be asked: there is no CHALLENGE_SECRET");
    expect(logged.mock.calls.join()).toContain("challenge-secret-missing");
    expect(counters()).toBeUndefined();
    const answer = { CallSid: callSid("a"), From: STRANGER, Digits: "123" };
    expect(await house.call(functions.check, answer)).toMatchObject({ status: 500 });
  });
  test("a list entry that makes no sense is passed over, and told once", async () => {
    house.sync.put("blocklist", STRANGER, { until: "soon" });
    expect(await screen("a")).toMatchObject({ action: "challenge" });
    await screen("b");
    expect(logged.mock.calls.filter(([line]) => line.includes("list-entry-malformed"))).toHaveLength(1);
  });
  test("no log holds a number or digits", async () => {
    const digits = digitsIn(await screen("a"));
    await check("a", { Digits: wrong(digits) });
    expect(logged.mock.calls.join()).not.toMatch(new RegExp(`\\+1212|${digits}`));
  });
});

describe("calls that are not ours", () => {
  test("a number that is no line of the policy: voicemail with a greeting", async () => {
    const reply = await screen("a", STRANGER, { To: "+12125550177" });
    expect(reply).toMatchObject({
      action: "voicemail",
      rule: "none",
      greeting: expect.stringContaining("tone"),
    });
    expect(house.sync.requests).toEqual([]);
  });
  test.each([
    ["no CallSid", { CallSid: "" }],
    ["a CallSid that is none", { CallSid: "CA1" }],
    ["eleven digits", { NumDigits: "11" }],
    ["no number of digits", { NumDigits: "0" }],
  ])("%s: 400", async (_name, change) => {
    const parameters = { CallSid: callSid("a"), From: STRANGER, ...change };
    expect(await house.call(functions.screen, parameters)).toMatchObject({ status: 400 });
    expect(await house.call(functions.check, parameters)).toMatchObject({ status: 400 });
  });
});

test.each([
  ["es", "es-MX"],
  ["en", "en-US"],
] as const)("an office that speaks %s first asks for messages in it", async (locale, language) => {
  functions = await coldStart();
  house = openHouse({}, undefined, { office: office({ languages: [locale, "fr"] }) });
  expect(await screen("a")).toMatchObject({ language });
});

describe("reject", () => {
  test.each([
    ["busy", "busy"],
    ["rejected", "rejected"],
    ["nonsense", "rejected"],
    ["", "rejected"],
  ])("reason %j gives <Reject reason=%j>", async (reason, given) => {
    const { status, headers, body } = await house.call(functions.reject, { reason });
    expect([status, headers["Content-Type"]]).toEqual([200, "text/xml"]);
    expect(body).toContain(`<Response><Reject reason="${given}"/></Response>`);
  });
});

describe("ended", () => {
  const end = async (call: string, parameters: Record<string, string>) =>
    asRecord(
      (await house.call(functions.ended, { CallSid: callSid(call), From: STRANGER, ...parameters })).body,
    );

  test("a contact's call gets its row now, with the verdict that screening gave", async () => {
    const screening = JSON.stringify(await screen("a", FRIEND));
    const reply = await end("a", { From: FRIEND, Screening: screening, DialCallStatus: "completed" });
    expect(reply).toEqual({ disposition: "connected" });
    expect(row("a")).toMatchObject({
      from: FRIEND,
      to: LINE,
      verdict: "connect",
      rule: "contacts",
      disposition: "connected",
    });
  });
  test("silence makes an abandoned call an unanswered one", async () => {
    const screening = JSON.stringify(await screen("a"));
    await end("a", { Screening: screening, ChallengeResult: "", RecordingSid: "" });
    expect(row("a")).toMatchObject({ disposition: "unanswered-challenge" });
  });
  test("a message that was noted already stays one", async () => {
    house.sync.put("calls", callSid("a"), { disposition: "voicemail" });
    await end("a", { Screening: JSON.stringify({ action: "connect" }) });
    expect(row("a")).toMatchObject({ disposition: "voicemail" });
  });
  test.each(["", "<html>", "[]", "null", '{"action":5,"trace":"x"}'])(
    "screening %j is no screening",
    async (screening) => {
      expect(await end("a", { Screening: screening })).toEqual({ disposition: "error" });
    },
  );
  test("with Sync down it still answers", async () => {
    await open({}, new FakeSync(() => "unavailable"));
    expect(await end("a", {})).toEqual({ disposition: "error" });
  });
});
