import fc from "fast-check";
import type { Handler } from "../../../src/runtime/answer-request";
import type { HomeChange } from "../../src/policy/home/outbound-samples";
import { callSid, FRIEND, LINE, NOON, OTHER_LINE } from "../../src/policy/samples";
import { FakeSync } from "../../src/store/fake-sync";
import { DOMAIN, type OutgoingHouse, openOutgoingHouse, to } from "./outgoing-house";

const mockWire = jest.fn();
jest.mock("../../../src/runtime/wiring", () => ({ wire: () => mockWire(), wireCall: () => mockWire() }));

let authorize: Handler;
let ended: Handler;
beforeAll(async () => {
  ({ handler: authorize } = await import("../../../functions/home/authorize-outbound.protected"));
  ({ handler: ended } = await import("../../../functions/home/outgoing-ended.protected"));
  for (const method of ["error", "log"] as const)
    jest.spyOn(console, method).mockImplementation(() => undefined);
});

let house: OutgoingHouse;
function open(change: HomeChange = {}, sync = new FakeSync()): void {
  house = openOutgoingHouse(change, sync);
  house.sync.put("allowlist", FRIEND, { person: "Bo", direction: "out" });
  mockWire.mockReturnValue(house.wiring);
}
beforeEach(() => open());

const dial = (call: string, more: Record<string, string> = {}) =>
  house.ask(authorize, call, { ...to(FRIEND), ...more });
const end = (call: string, authorization: object, more: Record<string, string> = {}) =>
  house.ask(ended, call, { ...to(FRIEND), Authorization: JSON.stringify(authorization), ...more });
const row = (call: string) => house.sync.data("calls", callSid(call));
const room = (call: string) => house.sync.data("rooms", callSid(call));
const usage = () => house.sync.data("home", "usage-2026-01-05");
const budget = (minutesPerDay: number, callMinutes = 20) => ({ outgoing: { minutesPerDay, callMinutes } });

describe("home/authorize-outbound", () => {
  test("a listed number is connected with the line's caller ID and the policy's time limit", async () => {
    expect(await dial("a")).toEqual({
      action: "connect",
      reason: "may talk for 3600 seconds",
      trace: expect.arrayContaining(["allowlist: listed as Bo"]),
      to: FRIEND,
      callerId: LINE,
      say: "",
      timeLimit: 3600,
      ticket: "",
      usageDay: "",
    });
    const until = new Date(NOON + 3_720_000).toISOString();
    expect(room("a")).toMatchObject({ direction: "out", state: "talking", number: FRIEND, until });
  });
  test("one batch of reads, then one round of writes; nothing about minutes where they are not limited", async () => {
    await dial("a");
    expect(house.sync.requests.slice(0, 2).sort()).toEqual(["GET allowlist", "GET home"]);
    expect(house.sync.requests.slice(2)).toEqual(["POST rooms"]);
    open(budget(60));
    await dial("a");
    expect(house.sync.requests.slice(0, 3).sort()).toEqual(["GET allowlist", "GET home", "GET home"]);
    expect(house.sync.requests.slice(3).sort()).toEqual(["POST home", "POST rooms"]);
  });
  test("a refusal is spoken, and takes neither minutes nor the phone", async () => {
    open(budget(60));
    house.sync.put("allowlist", FRIEND, { direction: "in" });
    expect(await dial("a")).toMatchObject({
      action: "refuse",
      say: expect.stringContaining("not on the list"),
      to: "",
    });
    expect([room("a"), usage()]).toEqual([undefined, undefined]);
  });
  // Say/Play has no exit for who hangs up: https://www.twilio.com/docs/studio/widget-library/sayplay
  test("a refusal has its row before it is spoken, one in all", async () => {
    house.sync.put("allowlist", FRIEND, { direction: "in" });
    const reply = await dial("a");
    const refused = { to: FRIEND, verdict: "outgoing-refuse", reason: "listed for incoming calls only" };
    expect(row("a")).toMatchObject({ ...refused, disposition: "abandoned" });
    await end("a", reply);
    expect(row("a")).toMatchObject({ ...refused, disposition: "message" });
    expect(house.sync.keys("calls")).toEqual([callSid("a")]);
  });
  test("who is not the home's phone is refused; who is not named is not", async () => {
    expect(await dial("a", { SipUsername: "intruder" })).toMatchObject({ action: "refuse" });
    expect(await dial("a", { SipUsername: "" })).toMatchObject({ action: "connect" });
    house.wiring.variables = {};
    expect(await dial("a")).toMatchObject({ action: "refuse" });
  });
  test("911 is connected here too, with Sync down and whoever calls", async () => {
    open({}, new FakeSync(() => "unavailable"));
    const reply = await dial("a", { ...to("911"), SipUsername: "intruder" });
    expect(reply).toMatchObject({ action: "connect", to: "911", callerId: LINE, timeLimit: 14_400 });
    expect(house.sync.requests).toEqual([]);
  });
  test("a paused phone, one of our lines, a number without its area code", async () => {
    expect(await dial("b", to(OTHER_LINE))).toMatchObject({ action: "refuse" });
    expect(await dial("c", to("5550150"))).toMatchObject({ say: expect.stringContaining("dial 9 1 1") });
    house.sync.put("home", "state", { pausedUntil: new Date(NOON + 1000).toISOString() });
    expect(await dial("a")).toMatchObject({ action: "refuse", reason: "the owner has paused the phone" });
  });
  test("a policy without a home, and a request without its call", async () => {
    const { home: _none, ...policy } = house.wiring.policyNow;
    house.wiring.policyNow = policy;
    expect(await dial("a")).toMatchObject({ action: "refuse", say: expect.stringContaining("Sorry") });
    expect(await house.call(authorize, "a", { CallSid: "CA1" })).toMatchObject({ status: 400 });
  });
  test("no log holds a number", async () => {
    await dial("a");
    expect(house.wiring.logged.join()).not.toContain("212");
  });
});

describe("while Sync is down", () => {
  test.each(["GET allowlist", "GET home"])("%s: refused politely", async (broken) => {
    open({}, new FakeSync((request) => (request === broken ? "unavailable" : undefined)));
    expect(await dial("a")).toMatchObject({ action: "refuse", say: expect.stringContaining("right now") });
  });
  test("minutes that cannot be reserved are not granted", async () => {
    open(budget(60), new FakeSync((request) => (request === "POST home" ? "unavailable" : undefined)));
    expect(await dial("a")).toMatchObject({ action: "refuse", timeLimit: 0, usageDay: "" });
  });
  test("what the calls of the day took cannot be read: refused, where they are limited", async () => {
    const readings: string[] = [];
    const isUsage = (request: string) => request === "GET home" && readings.push(request) % 2 === 0;
    open(budget(60), new FakeSync((request) => (isUsage(request) ? "unavailable" : undefined)));
    expect(await dial("a")).toMatchObject({ action: "refuse", reason: "could not read usage" });
  });
  test("a room that cannot be claimed costs no call", async () => {
    open({}, new FakeSync((request) => (request === "POST rooms" ? "unavailable" : undefined)));
    expect(await dial("a")).toMatchObject({ action: "connect" });
  });
  test("the end is noted as far as it goes", async () => {
    open({}, new FakeSync(() => "unavailable"));
    const parameters = { DialCallStatus: "completed", DialCallDuration: "5" };
    expect(await end("a", { action: "connect", usageDay: "2026-01-05" }, parameters)).toEqual({
      disposition: "connected",
    });
  });
});

describe("the minutes of a day", () => {
  test("are reserved when a call begins, and given back when it was shorter", async () => {
    open(budget(30));
    const first = await dial("a");
    expect(first).toMatchObject({ timeLimit: 1200, usageDay: "2026-01-05" });
    expect(await dial("b")).toMatchObject({ timeLimit: 600 });
    expect(await dial("c")).toMatchObject({
      action: "refuse",
      say: expect.stringContaining("used up for today"),
    });
    await end("a", first, { DialCallStatus: "completed", DialCallDuration: "61" });
    expect(usage()).toMatchObject({ calls: { [callSid("a")]: { granted: 1200, seconds: 61 } } });
    expect(await dial("d")).toMatchObject({ timeLimit: 1139 });
    expect(house.sync.ttls.get("home/usage-2026-01-05")).toBe(3 * 24 * 60 * 60);
  });
  test("what another handset took a moment ago is not granted again", async () => {
    const sync: FakeSync = new FakeSync((request) => {
      if (request === "POST home")
        sync.put("home", "usage-2026-01-05", { calls: { [callSid("b")]: { granted: 1790 } } });
      return undefined;
    });
    open(budget(30), sync);
    expect(await dial("a")).toMatchObject({
      action: "refuse",
      say: expect.stringContaining("used up for today"),
      trace: expect.arrayContaining(["minutes: another call has just taken what was left"]),
    });
    expect(room("a")).toMatchObject({ state: "over" });
  });
  test("what was just read is not read again to be written", async () => {
    open(budget(60));
    await dial("a");
    house.sync.requests.length = 0;
    await dial("b");
    expect(house.sync.requests.slice(3).sort()).toEqual(["POST rooms", "PUT home"]);
  });
  test("a webhook that comes twice takes them once", async () => {
    open(budget(30));
    expect(await dial("a")).toEqual(await dial("a"));
    expect(await dial("b")).toMatchObject({ timeLimit: 600 });
  });
  test("the end may come after midnight, and settles the day of the beginning", async () => {
    open({ ...budget(30), bedtimes: { weekly: [], exceptions: {} } });
    house.wiring.clock = Date.parse("2026-01-06T04:59:00Z"); // 23:59 in New York
    const begun = await dial("a");
    house.wiring.clock += 120_000;
    await end("a", begun, { DialCallStatus: "completed", DialCallDuration: "100" });
    expect(usage()).toMatchObject({ calls: { [callSid("a")]: { seconds: 100 } } });
    expect(await dial("b")).toMatchObject({ usageDay: "2026-01-06", timeLimit: 1200 });
  });
  test.each([
    ["no-answer", undefined, 0],
    ["busy", undefined, 0],
    ["failed", "0", 0],
    ["canceled", undefined, 0],
    ["completed", "7", 7],
    ["completed", undefined, undefined],
    ["completed", "soon", undefined],
    ["", undefined, undefined],
  ])("a call that ended %j after %j", async (status, duration, seconds) => {
    open(budget(30));
    const begun = await dial("a");
    await end("a", begun, { DialCallStatus: status, ...(duration && { DialCallDuration: duration }) });
    expect(usage()).toMatchObject({ calls: { [callSid("a")]: { granted: 1200 } } });
    expect(usage()).toHaveProperty(["calls", callSid("a")], {
      granted: 1200,
      ...(seconds === undefined ? {} : { seconds }),
    });
  });
  test("any number of handsets at once never get more than the day has, however Sync's answers fall", async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.integer({ min: 2, max: 8 }), async (scheduler, handsets) => {
        open(budget(30, 12), new FakeSync(() => scheduler.schedule(Promise.resolve(undefined))));
        const dialled = Promise.all(Array.from({ length: handsets }, (_, index) => dial(`handset ${index}`)));
        await scheduler.waitFor(dialled);
        const granted = (await dialled).map(({ timeLimit }) => Number(timeLimit));
        expect(granted.reduce((sum, seconds) => sum + seconds, 0)).toBeLessThanOrEqual(1800);
      }),
      { numRuns: 25 },
    );
  });
  test("what the owner's hand made senseless counts nothing", async () => {
    open(budget(30));
    house.sync.put("home", "usage-2026-01-05", {
      calls: { a: 5, b: { granted: "x" } },
      earlier: -1,
      note: "hi",
    });
    expect(await dial("a")).toMatchObject({ timeLimit: 1200 });
    expect(usage()).toMatchObject({ note: "hi" });
  });
});

describe("home/outgoing-ended", () => {
  test("a talk: the phone is free again, and the call has its row", async () => {
    const reply = await dial("a");
    expect(await end("a", reply, { DialCallStatus: "completed", DialCallDuration: "61" })).toEqual({
      disposition: "connected",
    });
    expect(room("a")).toMatchObject({ state: "over", direction: "out" });
    expect(row("a")).toMatchObject({
      from: `sip:phone@${DOMAIN}`,
      to: FRIEND,
      verdict: "outgoing-connect",
      disposition: "connected",
      trace: expect.arrayContaining(["allowlist: listed as Bo", "dial: completed"]),
    });
  });
  test.each([
    ["nobody answers", { action: "connect" }, { DialCallStatus: "no-answer" }, "abandoned"],
    ["it cannot be dialled", { action: "connect" }, { DialCallStatus: "failed" }, "error"],
    ["refused", { action: "refuse" }, {}, "message"],
    [
      "the owner talks",
      { action: "owner" },
      { OwnerDialCallStatus: "completed", OwnerDialBridged: "true" },
      "connected",
    ],
    // A mailbox answers, is asked for a key, and is hung up on.
    [
      "the owner's mailbox",
      { action: "owner" },
      { OwnerDialCallStatus: "completed", OwnerDialBridged: "false" },
      "abandoned",
    ],
    ["nobody knows", {}, {}, "error"],
  ])("%s", async (_name, authorization, parameters, disposition) => {
    expect(await end("a", authorization, parameters)).toEqual({ disposition });
    expect(row("a")).toMatchObject({ disposition });
  });
  test("of what is no number nothing is kept", async () => {
    await house.ask(ended, "a", { ...to("grandma's <secret>"), Authorization: "<html>" });
    expect(row("a")).toMatchObject({ to: "unreadable", verdict: "outgoing-unknown" });
  });
});
