import { seal } from "../../../src/policy/seal";
import { department, EVENING } from "../../src/policy/office/samples";
import { callSid, LINE, number, STRANGER } from "../../src/policy/samples";
import { FakeSync } from "../../src/store/fake-sync";
import { backOf, type OfficeFunctions, OfficeHouse, ringingOf } from "./office-house";

const mockWire = jest.fn();
jest.mock("../../../src/runtime/wiring", () => ({ wire: () => mockWire(), wireCall: () => mockWire() }));

let functions: OfficeFunctions;
beforeAll(async () => {
  functions = {
    connect: (await import("../../../functions/office/connect.protected")).handler,
    dialed: (await import("../../../functions/office/dialed.protected")).handler,
    whisper: (await import("../../../functions/office/whisper.protected")).handler,
    result: (await import("../../../functions/office/result.protected")).handler,
  };
  for (const method of ["error", "log"] as const)
    jest.spyOn(console, method).mockImplementation(() => undefined);
});

const [A, B, C] = [number("31"), number("32"), number("33")];
const PICKED_UP = callSid("leg");
let house: OfficeHouse;
function open(sync?: FakeSync, change: Parameters<typeof department>[0] = { phones: [A, B, C] }): void {
  house = new OfficeHouse(functions, sync, { departments: { finance: department(change) } });
  house.wiring.fetchCall = async () => undefined;
  mockWire.mockReturnValue(house.wiring);
}
beforeEach(() => open());
const down = () => new FakeSync(() => "unavailable");
const ring = async () => ringingOf(await house.connect());
/** One telephone picked up after some seconds, heard who calls, and did not take the call. */
function mailbox(to: string, heardSeconds = 20) {
  house.wiring.fetchCall = async () => ({ from: STRANGER, to, status: "completed" });
  return { DialCallSid: PICKED_UP, DialCallDuration: String(heardSeconds) };
}
const talk = (seconds: number) => ({
  ...{ DialCallStatus: "completed", DialBridged: "true", DialCallSid: PICKED_UP },
  DialCallDuration: String(seconds),
});

describe("office/dialed", () => {
  test("a mailbox does not swallow the call: the others ring on for what is left", async () => {
    const body = await house.dialed(await ring(), 5 + 20, mailbox(B));
    expect(ringingOf(body)).toMatchObject({
      phones: [A, C],
      seconds: 15,
      hold: undefined,
      callerId: STRANGER,
    });
    const again = await house.dialed(ringingOf(body), 2 + 20, mailbox(C));
    expect(ringingOf(again)).toMatchObject({ phones: [A], seconds: 13 });
    expect(backOf(await house.dialed(ringingOf(again), 13))).toEqual({
      ...{ Outcome: "unanswered", Waited: String(25 + 22 + 13), Talked: "0" },
    });
  });
  test("when Twilio cannot say which it was, all ring on, once", async () => {
    const unknown = { ...mailbox(B) };
    house.wiring.fetchCall = () => Promise.reject(new Error("Twilio is down"));
    const body = await house.dialed(await ring(), 5 + 20, unknown);
    expect(ringingOf(body)).toMatchObject({ phones: [A, B, C], seconds: 15 });
    expect(backOf(await house.dialed(ringingOf(body), 21, unknown))).toMatchObject({ Outcome: "unanswered" });
  });
  test.each<[string, Record<string, string>, string]>([
    ["nobody picked up", { DialCallSid: PICKED_UP, DialCallDuration: "0" }, "no-answer"],
    ["all were busy", { DialCallStatus: "busy", DialCallSid: PICKED_UP }, "busy"],
    ["none could be called", { DialCallStatus: "failed" }, "failed"],
  ])("%s: it does not ring again", async (_name, parameters, status) => {
    house.wiring.fetchCall = async () => ({ from: STRANGER, to: A, status });
    expect(backOf(await house.dialed(await ring(), 2, parameters))).toMatchObject({ Outcome: "unanswered" });
  });
  test("in turn the next one rings, for its own time", async () => {
    open(undefined, { phones: [A, B], order: "inTurn" });
    const body = await house.dialed(await ring(), 30, mailbox(A));
    expect(ringingOf(body)).toMatchObject({ phones: [B], seconds: 20 });
  });
  test("closed meanwhile: no more telephones ring", async () => {
    open(undefined, { phones: [A, B], order: "inTurn" });
    const ringing = await ring();
    house.wiring.clock = EVENING;
    expect(backOf(await house.dialed(ringing, 20))).toMatchObject({ Outcome: "closed" });
  });

  test.each<[string, string]>([
    ["2", "voicemail"],
    ["3", "blocked"],
  ])("after %s: %s, and nobody else rings", async (key, Outcome) => {
    const ringing = await ring();
    await house.whisper(ringing.whispers[0], key);
    expect(backOf(await house.dialed(ringing, 12, mailbox(A, 8)))).toEqual({
      Outcome,
      Waited: "12",
      Talked: "0",
    });
  });
  test("a decision about an earlier step does not count for a later one", async () => {
    open(undefined, { phones: [A, B], order: "inTurn" });
    const first = await ring();
    const second = ringingOf(await house.dialed(first, 20));
    await house.whisper(first.whispers[0], "2");
    expect(backOf(await house.dialed(second, 20))).toMatchObject({ Outcome: "unanswered" });
  });
  test("taken: how long the caller waited and talked", async () => {
    const ringing = await ring();
    house.wiring.clock += 9000;
    await house.whisper(ringing.whispers[0], "1");
    expect(backOf(await house.dialed(ringing, 60, talk(64)))).toEqual({
      Outcome: "answered",
      Waited: "9",
      Talked: "60",
    });
    // The caller is there: the flow goes on, and notes it then.
    expect(house.row()).toBeUndefined();
  });
  test("taken with Sync down: as well as can be told", async () => {
    open(down());
    expect(backOf(await house.dialed(await ring(), 70, talk(64)))).toEqual({
      Outcome: "answered",
      Waited: "6",
      Talked: "64",
    });
  });
  test.each<[string, Record<string, string>, Record<string, unknown>]>([
    [
      "while it rings",
      { DialCallStatus: "canceled" },
      { disposition: "abandoned", waitSeconds: 30, talkSeconds: 0 },
    ],
    ["after the talk", talk(20), { disposition: "connected", waitSeconds: 10, talkSeconds: 20 }],
  ])(
    "a caller who hangs up %s is noted, for the flow hears no more of the call",
    async (_name, parameters, row) => {
      await house.dialed(await ring(), 30, { ...parameters, CallStatus: "completed" });
      expect(house.row()).toEqual({
        ...{ from: STRANGER, to: LINE, at: expect.any(String), department: "finance", ...row },
      });
    },
  );

  test.each<[string, Record<string, string>, string]>([
    ["no step", { step: "" }, "unanswered"],
    ["no step, but they talked", { step: "", ...talk(20) }, "answered"],
    ["a step of our own making", { step: seal("another secret", "office-ring", {}) }, "unanswered"],
    ["another call's step", { CallSid: callSid("b") }, "unanswered"],
  ])("%s leads back into the flow", async (_name, parameters, Outcome) => {
    expect(backOf(await house.dialed(await ring(), 20, parameters))).toMatchObject({ Outcome });
  });
  test("with Sync down a call goes its way all the same", async () => {
    open(down());
    const body = await house.dialed(await ring(), 5 + 20, mailbox(B));
    expect(ringingOf(body)).toMatchObject({ phones: [A, C], seconds: 15 });
    expect(backOf(await house.dialed(ringingOf(body), 15))).toEqual({
      Outcome: "unanswered",
      Waited: "40",
      Talked: "0",
    });
  });
});

describe("office/result", () => {
  const KEYS = ["greeting", "language", "next", "outcome", "say"];
  test.each<[string, Record<string, string>, Record<string, string>]>([
    ["answered", { Outcome: "answered", Waited: "9", Talked: "60" }, { outcome: "answered", next: "end" }],
    [
      "unanswered",
      { Outcome: "unanswered", Waited: "20", Talked: "0" },
      { outcome: "unanswered", next: "offer" },
    ],
    ["unanswered, no number", { Outcome: "unanswered", From: "anonymous" }, { next: "voicemail" }],
    [
      "unanswered, a number that costs",
      { Outcome: "unanswered", From: "+442079460123" },
      { next: "voicemail" },
    ],
    ["nothing came back", {}, { outcome: "unanswered", next: "voicemail" }],
    ["no plan", { Plan: "", Outcome: "answered" }, { next: "end" }],
    [
      "no plan, unanswered",
      { Plan: "", Outcome: "unanswered" },
      { next: "voicemail", greeting: "Please leave a message after the tone." },
    ],
    [
      "no plan and no line",
      { Plan: "", To: STRANGER },
      { next: "voicemail", greeting: "Please leave a message after the tone." },
    ],
    ["in Spanish", { Plan: "es", Outcome: "blocked" }, { next: "end", say: "Adiós.", language: "es-MX" }],
  ])("%s", async (_name, { Plan, ...parameters }, expected) => {
    const plan = Plan === "es" ? { Plan: house.plan({ locale: "es" }) } : Plan === undefined ? {} : { Plan };
    const reply = await house.result({ ...parameters, ...plan });
    expect(Object.keys(reply).sort()).toEqual(KEYS);
    expect(reply).toMatchObject(expected);
  });
  test("writes the row: department, wait, talk", async () => {
    await house.result({ Outcome: "answered", Waited: "9", Talked: "60" });
    expect(house.row()).toMatchObject({
      department: "finance",
      waitSeconds: 9,
      talkSeconds: 60,
      disposition: "connected",
    });
  });
  // Who hangs up in what is said next is heard of here for the last time.
  test.each([
    ["blocked", "rejected"],
    ["unanswered", "abandoned"],
    ["voicemail", "abandoned"],
    ["closed", "abandoned"],
  ])("%s is %s unless it turns out otherwise", async (Outcome, disposition) => {
    await house.result({ Outcome });
    expect(house.row()).toMatchObject({ disposition });
  });
  test("twice is once", async () => {
    await house.result({ Outcome: "unanswered", Waited: "9", Talked: "0" });
    const row = house.row();
    await house.result({ Outcome: "unanswered", Waited: "12", Talked: "0" });
    expect(house.row()).toEqual(row);
  });
  test.each([
    ["answered", { unanswered: 0, failed: 0 }],
    ["unanswered", { unanswered: 1, failed: 2 }],
    ["blocked", { unanswered: 1, failed: 2 }],
    ["silent", { unanswered: 2, failed: 2 }],
  ])("a stranger with a name, %s: the strikes are %p", async (Outcome, strikes) => {
    const seen = [`${callSid("a")}:asked`];
    house.sync.put("graylist", STRANGER, { unanswered: 2, failed: 2, lastCall: "", seen });
    await house.result({ Plan: house.plan({ kind: "name" }), Outcome });
    expect(house.sync.data("graylist", STRANGER)).toMatchObject(strikes);
  });
  test("with Sync down the flow is told all the same", async () => {
    open(down());
    expect(await house.result({ Outcome: "unanswered" })).toMatchObject({ next: "offer" });
  });
});
