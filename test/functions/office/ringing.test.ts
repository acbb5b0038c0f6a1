import { recordingSid } from "../../src/mail/fake-wiring";
import { department, EVENING, type office } from "../../src/policy/office/samples";
import { callSid, LINE, number, OTHER_LINE, STRANGER } from "../../src/policy/samples";
import { FakeSync } from "../../src/store/fake-sync";
import { BOSS, backOf, FLOW, type OfficeFunctions, OfficeHouse, ringingOf, twiml } from "./office-house";

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

let house: OfficeHouse;
function open(...[sync, change]: [FakeSync?, Parameters<typeof office>[0]?]): void {
  house = new OfficeHouse(functions, sync, change);
  mockWire.mockReturnValue(house.wiring);
}
beforeEach(() => open());
const finance = (change: Parameters<typeof department>[0]) => ({
  departments: { finance: department(change) },
});
const [A, B, C] = [number("31"), number("32"), number("33")];
const down = () => new FakeSync(() => "unavailable");

describe("office/connect", () => {
  test("rings a department's telephones at once, each with a whisper, and holds the caller's line", async () => {
    const body = await house.connect();
    expect(ringingOf(body)).toEqual({
      hold: "One moment, please.",
      seconds: 20,
      callerId: STRANGER,
      phones: [B, C],
      whispers: [
        expect.stringMatching(/^\/office\/whisper\?ticket=/),
        expect.stringMatching(/^\/office\/whisper/),
      ],
      action: expect.stringMatching(new RegExp(`^/office/dialed\\?flow=${FLOW}&step=`)),
    });
    expect(twiml(await house.connect(house.plan({ locale: "es" }))).Say[0]).toEqual({
      "#text": "Un momento, por favor.",
      "@language": "es-MX",
    });
  });
  // "answerOnBridge […] only if Dial is the first verb": https://www.twilio.com/docs/voice/twiml/dial#answeronbridge
  test("a caller who has not been answered hears it ring, and nothing before", async () => {
    const ringing = ringingOf(await house.connect(house.plan({ kind: "forged" }), { CallStatus: "ringing" }));
    expect(ringing).toMatchObject({ hold: undefined, phones: [BOSS], seconds: 25 });
  });
  test.each<[string, Parameters<typeof department>[0], string, string]>([
    ["the caller's number", { callerId: "caller" }, STRANGER, STRANGER],
    ["the line's, of who has none to show", { callerId: "caller" }, "anonymous", LINE],
    ["the line's, of a SIP caller", { callerId: "caller" }, "sip:bo@x.example", LINE],
    ["the line's, where the policy says so", { callerId: "line" }, STRANGER, LINE],
  ])("shows %s", async (_name, change, From, callerId) => {
    open(undefined, finance(change));
    expect(ringingOf(await house.connect(house.plan(), { From }))).toMatchObject({ callerId });
  });
  test("without whispers nothing is said to whoever picks up; SIP phones ring as such", async () => {
    open(undefined, finance({ whispers: false, phones: ["sip:desk@office.example", A] }));
    const body = await house.connect();
    expect(ringingOf(body)).toMatchObject({ phones: [A, "sip:desk@office.example"], whispers: [] });
    expect(twiml(body).Dial.Sip).toEqual(["sip:desk@office.example"]);
  });
  test("rings no line of ours and not the caller; nobody left is unanswered", async () => {
    open(undefined, finance({ phones: [OTHER_LINE, STRANGER, A] }));
    expect(ringingOf(await house.connect()).phones).toEqual([A]);
    open(undefined, finance({ phones: [LINE, STRANGER] }));
    expect(backOf(await house.connect())).toEqual({ Outcome: "unanswered", Waited: "0", Talked: "0" });
  });
  test("a round robin begins with the next telephone at each call, and at the same webhook with the same", async () => {
    open(undefined, finance({ phones: [A, B, C], order: "roundRobin" }));
    const first = async () => ringingOf(await house.connect()).phones;
    expect([await first(), await first()]).toEqual([[A], [A]]);
    expect(house.sync.data("office", "turn-finance")).toEqual({ next: 1, begun: { [callSid("a")]: 0 } });
  });

  describe("a department that is closed is not rung", () => {
    const closed = { Outcome: "closed", Waited: "0", Talked: "0" };
    test("after its hours", async () => {
      house.wiring.clock = EVENING;
      expect(backOf(await house.connect())).toEqual(closed);
    });
    test("on night", async () => {
      house.sync.put("office", "state", { mode: "night" });
      expect(backOf(await house.connect())).toEqual(closed);
    });
    test("with Sync down its hours decide", async () => {
      open(down());
      expect(ringingOf(await house.connect()).phones).toEqual([B, C]);
      house.wiring.clock = EVENING;
      expect(backOf(await house.connect())).toEqual(closed);
    });
    test("but a person is, who is no department", async () => {
      house.sync.put("office", "state", { mode: "night" });
      expect(ringingOf(await house.connect(house.plan({ kind: "forged" }))).phones).toEqual([BOSS]);
    });
  });

  test.each<[string, () => Promise<unknown>]>([
    ["no plan", () => house.connect("")],
    ["another call's plan", () => house.connect(house.plan(), { CallSid: callSid("b") })],
    ["a plan that was changed", () => house.connect(`x${house.plan()}`)],
    ["a department that is no more", () => house.connect(house.plan({ department: "gone" }))],
    [
      "a deployment without secret",
      () => {
        const plan = house.plan();
        house.wiring.variables = {};
        return house.connect(plan);
      },
    ],
  ])("%s rings nobody, and the call goes on in its flow", async (_name, connect) => {
    expect(backOf(await connect())).toEqual({ Outcome: "unanswered", Waited: "0", Talked: "0" });
  });
  test("whatever breaks, the call goes on in its flow", async () => {
    house.wiring.policyNow = { ...house.wiring.policyNow, lines: {} };
    house.wiring.now = () => {
      throw new Error("no clock");
    };
    expect(backOf(await house.connect())).toEqual({});
  });
});

describe("a stranger's name", () => {
  const spoken = { named: "1", RecordingSid: recordingSid("1"), RecordingDuration: "2" };
  const name = () => house.plan({ kind: "name" });
  test("is asked for and recorded for six seconds, until silence or pound", async () => {
    const { Say, Record, Redirect } = twiml(await house.connect(name()));
    expect(Say[0]).toEqual({ "#text": "Your name?", "@language": "en-US" });
    expect(Record).toMatchObject({ "@maxLength": "6", "@timeout": "3", "@finishOnKey": "#" });
    expect(Record["@action"]).toMatch(/^\/office\/connect\?flow=FW0+&plan=.*&named=1$/);
    // A mail must not be sent as for a voicemail: nobody is told of this recording.
    expect(Record["@recordingStatusCallback"]).toBeUndefined();
    expect(Redirect["#text"]).toBe(Record["@action"]);
  });
  test("once it is spoken, the telephone rings", async () => {
    expect(ringingOf(await house.connect(name(), spoken))).toMatchObject({
      phones: [BOSS],
      hold: "One moment, please.",
    });
  });
  // Twilio's documents differ: silence is recorded with a length of 0, or the next verb follows.
  test.each([{ ...spoken, RecordingDuration: "0" }, { named: "1" }])(
    "silence is silence %#",
    async (parameters) => {
      expect(backOf(await house.connect(name(), parameters))).toMatchObject({ Outcome: "silent" });
    },
  );
  test("who hangs up is noted: the flow hears no more of the call", async () => {
    await house.connect(name(), { ...spoken, Digits: "hangup", CallStatus: "completed" });
    expect(house.row()).toMatchObject({ disposition: "abandoned", from: STRANGER, to: LINE });
  });
  test("is played to whoever picks up, by a link of our own for ten minutes", async () => {
    const { whispers } = ringingOf(await house.connect(name(), spoken));
    const { Gather } = await house.whisper(whispers[0]);
    const link = new URL(Gather.Play[0]);
    expect(Gather.Say[0]["#text"]).toMatch(/The caller gave this name:$/);
    expect(Object.fromEntries(link.searchParams)).toMatchObject({
      recording: recordingSid("1"),
      expires: String(house.wiring.clock / 1000 + 600),
      on: "telephone",
    });
  });
  test.each<[string, () => Promise<number | undefined>]>([
    ["is not there yet", async () => undefined],
    ["cannot be asked for", () => Promise.reject(new Error("Twilio is down"))],
  ])("a recording that %s costs the name, never the call", async (_name, seconds) => {
    house.wiring.fetchRecordingSeconds = seconds;
    const { Gather } = await house.whisper(ringingOf(await house.connect(name(), spoken)).whispers[0]);
    expect(Gather.Play).toBeUndefined();
    expect(Gather.Say[0]["#text"]).toContain("a name that cannot be played");
  });
});
