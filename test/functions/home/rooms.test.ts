import fc from "fast-check";
import { callSid, FRIEND, LINE, number, STRANGER } from "../../src/policy/samples";
import { CONFERENCE, PHONE_CALL } from "../../src/runtime/fake-voice";
import { FakeSync } from "../../src/store/fake-sync";
import { BACK, DOMAIN, OWNER, RoomHouse } from "./room-house";

let house: RoomHouse;
async function open(change: Parameters<typeof RoomHouse.open>[0] = {}, sync?: FakeSync): Promise<void> {
  house = await RoomHouse.open(change, sync);
}
const logged = jest.spyOn(console, "log").mockImplementation(() => undefined);
jest.spyOn(console, "error").mockImplementation(() => undefined);
const log = () => logged.mock.calls.join("\n");
beforeEach(async () => {
  logged.mockClear();
  await open();
});
const back = `<Redirect method="POST">${BACK}</Redirect></Response>`;
const roomOf = (call: string) => `home-${callSid(call)}`;
const down = () => new FakeSync(() => "unavailable");

describe("connect", () => {
  test("the phone is rung into a conference of this call alone, and the caller waits in it", async () => {
    const twiml = await house.connect("a");
    expect(house.calls.voice.rings).toMatchObject([
      {
        conference: roomOf("a"),
        to: "sip:phone@gatehouse.sip.twilio.com",
        from: FRIEND,
        timeoutSeconds: 25,
        statusCallback: `https://${DOMAIN}/home/phone-status?call=${callSid("a")}`,
        conferenceStatusCallback: `https://${DOMAIN}/home/room?call=${callSid("a")}`,
      },
    ]);
    expect(twiml).toContain(`<Dial action="${BACK}" method="POST" timeLimit="14400">`);
    expect(twiml).toContain(`waitUrl="/ringing.xml" waitMethod="GET"`);
    expect(twiml).toContain(`statusCallback="https://${DOMAIN}/home/room?call=${callSid("a")}"`);
    expect(twiml).toContain(`>${roomOf("a")}</Conference>`);
    expect(house.stored("a")).toMatchObject({
      ...{ direction: "in", state: "ringing", number: FRIEND, line: LINE },
      ...{ phoneCallSid: PHONE_CALL, conferenceSid: CONFERENCE },
    });
    expect(house.sync.data("home", "last-caller")).toMatchObject({ number: FRIEND, line: LINE });
  });

  test("music, where the policy says so", async () => {
    await open({ whileRinging: "music" });
    expect(await house.connect("a")).toContain('waitUrl="/waiting-music.xml"');
  });

  test("who withholds the number rings with the line's", async () => {
    await house.connect("a", "anonymous");
    expect(house.calls.voice.rings).toMatchObject([{ from: LINE }]);
    expect(house.stored("a")).not.toHaveProperty("number");
    expect(house.sync.data("home", "last-caller")).toBeUndefined();
  });

  test("the owner is not the last caller, whom the owner may block", async () => {
    await house.connect("a", OWNER);
    expect(house.sync.keys("home")).toEqual([]);
  });

  test.each<[string, Parameters<typeof RoomHouse.open>[0], Record<string, string>, string]>([
    ["a second caller may leave a message", {}, {}, back],
    [
      "a second caller gets busy",
      { secondCaller: "busy" },
      {},
      '<Response><Reject reason="busy"/></Response>',
    ],
    ["once answered, nobody can get busy", { secondCaller: "busy" }, { CallStatus: "in-progress" }, back],
    ["a second caller rings too, in another room", { secondCaller: "ring" }, {}, "</Conference></Dial>"],
  ])("%s", async (_name, change, more, twiml) => {
    await open(change);
    await house.connect("a");
    expect(await house.connect("b", STRANGER, more)).toContain(twiml);
    const isRung = change?.secondCaller === "ring";
    expect(house.calls.voice.rings.map(({ conference }) => conference)).toEqual(
      isRung ? [roomOf("a"), roomOf("b")] : [roomOf("a")],
    );
    expect(house.stored("b")).toMatchObject(
      isRung ? { state: "ringing" } : { state: "unanswered", reason: "second-caller" },
    );
    if (!isRung) expect(await house.result("b")).toMatchObject({ outcome: "unanswered", next: "voicemail" });
  });

  test("where every caller rings, nobody looks for others first", async () => {
    await open({ secondCaller: "ring" });
    await house.connect("a");
    expect(house.sync.requests.filter((request) => request.endsWith("rooms"))).toEqual([
      "POST rooms",
      "GET rooms",
      "PUT rooms",
    ]);
  });

  test("a call from the phone makes a caller the second one", async () => {
    house.sync.put("rooms", callSid("z"), {
      direction: "out",
      state: "talking",
      at: new Date().toISOString(),
    });
    expect(await house.connect("a")).toContain(back);
  });

  // FCC 20-96, https://www.fcc.gov/document/call-blocking-report-and-order: callbacks after 911 are not to be blocked.
  test.each<[string, string, number, object, () => void]>([
    ["calling back after an emergency call", "</Conference>", 60_000, {}, () => undefined],
    ["calling when that is long ago", back, -60_000, {}, () => undefined],
    [
      "after a call whose end was never told",
      "</Conference>",
      0,
      {},
      () => (house.calls.callStatus = "completed"),
    ],
    [
      "and Twilio does not say",
      back,
      0,
      {},
      () => (house.calls.broken = (request) => (request === "GET Calls" ? 500 : undefined)),
    ],
    [
      "though the phone rings for another",
      back,
      0,
      { state: "ringing" },
      () => (house.calls.callStatus = "completed"),
    ],
  ])("while the phone is said to be in use, a caller %s", async (_name, twiml, since, change, happen) => {
    const at = new Date(Date.now() - 1000).toISOString();
    house.sync.put("rooms", callSid("z"), { direction: "in", state: "talking", at, ...change });
    house.sync.put("home", "state", { callbacksUntil: new Date(Date.now() + since).toISOString() });
    happen();
    expect(await house.connect("a")).toContain(twiml);
  });

  test("asked twice, it rings the phone once", async () => {
    const once = await house.connect("a");
    expect(await house.connect("a")).toBe(once);
    expect(house.calls.voice.rings).toHaveLength(1);
    await house.phone("a", "busy");
    expect(await house.connect("a")).toContain(back);
  });

  test.each(["HOME_PHONE", "home"])("without %s the flow takes a message", async (lacks) => {
    if (lacks === "HOME_PHONE") delete house.environment.HOME_PHONE;
    else await open(null);
    expect(await house.connect("a")).toContain(back);
    expect(log()).toContain("home-not-rung");
  });

  test.each(["", "FW1", "javascript:"])("without a flow (%j) nothing is rung", async (flow) => {
    expect(await house.connect("a", FRIEND, { flow })).toContain("<Say>");
    expect(house.asked()).toEqual([]);
  });
});

describe("what goes wrong while connecting", () => {
  test.each<[string, number | "reset" | "slow"]>([
    ["refused", 400],
    ["over its limits", 429],
    ["failing", 500],
    ["cut off", "reset"],
    ["too slow, though it rings", "slow"],
  ])(
    "Twilio %s: the caller may leave a message, and a phone that rings all the same is let go",
    async (_name, trouble) => {
      house.calls.broken = (request) => (request === "POST Participants" ? trouble : undefined);
      expect(await house.connect("a")).toContain(back);
      expect(house.stored("a")).toMatchObject({ state: "unanswered", reason: "failed" });
      expect(await house.result("a")).toMatchObject({ outcome: "unanswered", next: "voicemail" });
      await house.phone("a", "ringing");
      expect(house.calls.voice.requests.at(-1)).toEqual(["endCall", PHONE_CALL]);
      await house.phone("a", "in-progress");
      expect(house.calls.voice.requests.at(-1)).toEqual(["endCall", PHONE_CALL]);
      expect(house.stored("a")).toMatchObject({ state: "unanswered" });
    },
  );

  test("a phone that is not registered fails before the caller is led to it: a message is taken at once", async () => {
    let failing: Promise<unknown> | undefined;
    house.calls.broken = (request) => {
      if (request === "POST Participants") failing = house.phone("a", "failed");
      return undefined;
    };
    expect(await house.connect("a")).toContain(back);
    await failing;
    expect(await house.result("a")).toMatchObject({ outcome: "unanswered", next: "voicemail" });
  });

  test("and when it fails a moment later, the caller is let go of the conference that he is in", async () => {
    await house.connect("a");
    await house.phone("a", "failed");
    const another = `CF${"1".repeat(32)}`;
    await house.conference("a", "participant-join", { CallSid: callSid("a"), ConferenceSid: another });
    expect(house.calls.voice.requests).toContainEqual(["completeConference", another]);
  });

  test.each(["GET rooms", "POST rooms", "PUT rooms", "POST home", "GET home"])(
    "Sync failing at %s: the phone rings all the same",
    async (broken) => {
      await open({}, new FakeSync((request) => (request === broken ? "unavailable" : undefined)));
      expect(await house.connect("a")).toContain("</Conference>");
      expect(house.calls.voice.rings).toHaveLength(1);
    },
  );

  test("Sync hanging: the phone rings within the four seconds of a Function", async () => {
    await open({}, new FakeSync(() => new Promise(() => undefined)));
    expect(await house.connect("a")).toContain("</Conference>");
    expect(log()).toContain("rooms-unreachable");
  });

  test("Sync down and Twilio too slow: still an answer, and the phone is let go when it is answered", async () => {
    await open({}, down());
    house.calls.broken = (request) => (request === "POST Participants" ? "slow" : undefined);
    expect(await house.connect("a")).toContain(back);
    expect(await house.result("a")).toMatchObject({ outcome: "unknown", next: "voicemail" });
    house.calls.broken = () => undefined;
    await house.phone("a", "in-progress");
    expect(house.asked()).toEqual(expect.arrayContaining(["endCall", "completeConference"]));
  });

  test("no log holds a number", async () => {
    house.calls.broken = () => 500;
    await house.connect("a");
    await house.phone("a", "no-answer");
    expect(log()).not.toMatch(/\+1212/);
  });
});

describe("the phone", () => {
  beforeEach(async () => {
    await house.connect("a");
  });

  test("is answered, and they talk until one hangs up", async () => {
    house.calls.voice.inside.add(callSid("a"));
    await house.phone("a", "initiated");
    await house.phone("a", "ringing");
    expect(await house.phone("a", "in-progress")).toEqual({ state: "talking" });
    await house.conference("a", "conference-start");
    await house.conference("a", "conference-end", { CallSidEndingConference: PHONE_CALL });
    expect(await house.phone("a", "completed")).toEqual({ state: "over" });
    expect(await house.result("a")).toEqual({
      outcome: "answered",
      next: "end",
      say: "",
      to: "",
      callerId: "",
    });
    expect(house.asked()).toEqual(["ringIntoConference", "isInConference"]);
  });

  test.each(["no-answer", "busy", "failed", "canceled"])(
    "%s: the caller is let go, and may leave a message",
    async (status) => {
      await house.phone("a", status);
      expect(house.calls.voice.requests.at(-1)).toEqual(["completeConference", CONFERENCE]);
      expect(await house.result("a")).toMatchObject({ outcome: "unanswered", next: "voicemail" });
    },
  );

  test("a conference that cannot be completed can still be left", async () => {
    house.calls.broken = (request) => (request === "POST Conferences" ? 500 : undefined);
    await house.phone("a", "no-answer");
    expect(house.calls.voice.requests.at(-1)).toEqual(["removeParticipant", CONFERENCE, callSid("a")]);
  });

  test("answered after it was not, it is let go without a question", async () => {
    await house.phone("a", "no-answer");
    await house.phone("a", "in-progress");
    expect(house.asked().slice(1)).toEqual(["completeConference", "endCall"]);
  });

  test("the conference was ended by us, though nobody could write down why", async () => {
    const ReasonConferenceEnded = "conference-ended-via-api";
    await house.conference("a", "conference-end", { ReasonConferenceEnded });
    expect(house.stored("a")).toMatchObject({ state: "unanswered", reason: "no-answer" });
  });

  test("its own callbacks lost, the conference tells that it was not answered", async () => {
    await house.conference("a", "participant-leave", {
      CallSid: PHONE_CALL,
      ParticipantLabel: "phone",
      ParticipantCallStatus: "no-answer",
      ReasonParticipantLeft: "participant_add_failed",
    });
    expect(house.stored("a")).toMatchObject({ state: "unanswered", reason: "no-answer" });
    expect(house.asked()).toContain("completeConference");
  });

  test.each<[string, () => Promise<unknown>]>([
    [
      "told by the conference's end",
      () =>
        house.conference("a", "conference-end", {
          CallSidEndingConference: callSid("a"),
          ReasonConferenceEnded: "participant-with-end-conference-on-exit-left",
        }),
    ],
    [
      "told by the caller's leaving",
      () =>
        house.conference("a", "participant-leave", {
          CallSid: callSid("a"),
          ReasonParticipantLeft: "participant_hung_up",
        }),
    ],
    ["told by the flow", () => house.result("a", "completed")],
  ])("the caller hangs up while it rings, %s: it rings no more", async (_name, tell) => {
    await tell();
    expect(house.stored("a")).toMatchObject({ state: "over" });
    expect(house.calls.voice.requests.at(-1)).toEqual(["endCall", PHONE_CALL]);
    expect(await house.result("a", "completed")).toMatchObject({ outcome: "abandoned", next: "end" });
  });

  test("answered after the caller has hung up, which nobody told", async () => {
    house.calls.callStatus = "completed";
    await house.phone("a", "in-progress");
    expect(house.calls.voice.requests.at(-1)).toEqual(["endCall", PHONE_CALL]);
  });

  test("answered, and Twilio does not say where the caller is: they talk", async () => {
    house.calls.broken = (request) => (request.startsWith("GET") ? 500 : undefined);
    expect(await house.phone("a", "in-progress")).toEqual({ state: "talking" });
    expect(house.asked()).not.toContain("endCall");
  });

  test.each([
    ["", ""],
    ["CA1", "ringing"],
    [callSid("a"), "shouting"],
  ])("nonsense is refused: %j %j", async (call, CallStatus) => {
    const reply = await house.run(house.functions.phone, { call, CallSid: PHONE_CALL, CallStatus });
    expect(reply.status).toBe(400);
  });
});

// A Gather, or what is said before the tone, ends the flow when the caller hangs up: no Function hears of it.
// https://www.twilio.com/docs/studio/widget-library/gather-input-call
test.each<[string, string, unknown]>([
  ["no-answer", "in-progress", { from: FRIEND, to: LINE, disposition: "abandoned" }],
  ["no-answer", "completed", undefined],
  ["completed", "in-progress", undefined],
])("whoever may hang up at what follows is in the log: %s, %s", async (phone, status, row) => {
  await house.connect("a");
  await house.phone("a", phone);
  await house.result("a", status);
  const found = house.sync.data("calls", callSid("a"));
  if (row === undefined) expect(found).toBeUndefined();
  else expect(found).toMatchObject({ ...Object(row) });
});

describe("with Sync down", () => {
  beforeEach(async () => {
    await open({}, down());
    await house.connect("a");
  });

  test("nobody answers: the conference is found by its name and completed", async () => {
    await house.phone("a", "no-answer");
    expect(house.calls.voice.requests.slice(-2)).toEqual([
      ["findConference", roomOf("a")],
      ["completeConference", CONFERENCE],
    ]);
    expect(await house.result("a")).toMatchObject({ outcome: "unknown", next: "voicemail" });
  });

  test("answered with the caller inside: they talk", async () => {
    house.calls.voice.inside.add(callSid("a"));
    await house.phone("a", "in-progress");
    expect(house.asked()).not.toContain("endCall");
    expect(house.asked()).not.toContain("completeConference");
  });

  test("answered after the caller has hung up", async () => {
    house.calls.callStatus = "completed";
    await house.phone("a", "in-progress");
    expect(house.calls.voice.requests).toContainEqual(["endCall", PHONE_CALL]);
  });

  test("the caller has hung up: no message is asked for", async () => {
    expect(await house.result("a", "completed")).toMatchObject({ outcome: "unknown", next: "end" });
  });
});

describe("waited", () => {
  test("a caller whom every callback forgot is let go, and may leave a message", async () => {
    await house.connect("a");
    expect(await house.waited("a")).toContain('<Redirect method="POST">/home/waited</Redirect>');
    expect(house.calls.voice.requests.slice(1, 4)).toEqual(
      expect.arrayContaining([
        ["endCall", PHONE_CALL],
        ["completeConference", CONFERENCE],
      ]),
    );
    expect(await house.result("a")).toMatchObject({ outcome: "unanswered", next: "voicemail" });
  });

  test("with everything down the caller goes on hearing it ring, and it is tried again", async () => {
    await open({}, down());
    await house.connect("a");
    house.calls.broken = () => "reset";
    expect(await house.waited("a")).toContain("<Play>/ringing.wav</Play>");
    expect((await house.run(house.functions.waited, {})).body).toContain("<Play>/ringing.wav</Play>");
  });
});

describe("the primary contact", () => {
  const BO = number("42");
  beforeEach(async () => {
    await open({ bedtimes: { weekly: [], exceptions: {} } });
    house.sync.put("allowlist", BO, { person: "Bo", primaryContact: true });
    house.sync.put("allowlist", FRIEND, { person: "Cleo" });
  });
  const miss = async (from: string = FRIEND) => {
    await house.connect("a", from);
    await house.phone("a", "no-answer");
    return house.result("a");
  };

  test("is offered to whom nobody answered", async () => {
    const reply = await miss();
    expect(reply).toMatchObject({ outcome: "unanswered", next: "offer", to: BO, callerId: FRIEND });
    expect(reply.say).toContain("To reach Bo, press 1.");
  });

  // Characters that XML 1.0 forbids, https://www.w3.org/TR/xml/#charsets; Say takes 4096, voice/twiml/say.
  test("is spoken whatever name somebody gave to it", async () => {
    house.sync.put("allowlist", BO, { person: `Bo\u0000\ud800${"o".repeat(10_000)}`, primaryContact: true });
    const { say } = await miss();
    expect(say).toMatch(/^Nobody answers\. To reach Bo[^\p{Cc}\p{Cs}]*, press 1\. .{10,100}$/u);
    expect(String(say).length).toBeLessThan(4096);
  });

  test("shown with the line's number to whom a caller without one is put through", async () => {
    expect(await miss("anonymous")).toMatchObject({ next: "offer", callerId: LINE });
  });

  test.each<[string, string, () => void]>([
    ["the primary contact calls", BO, () => undefined],
    ["the owner calls", OWNER, () => undefined],
    [
      "the phone is paused",
      FRIEND,
      () => house.sync.put("home", "state", { pausedUntil: "2999-01-01T00:00:00Z" }),
    ],
    ["there is none", FRIEND, () => house.sync.put("allowlist", BO, { person: "Bo" })],
    [
      "the entry has run out",
      FRIEND,
      () => house.sync.put("allowlist", BO, { primaryContact: true, until: "2020-01-01" }),
    ],
    [
      "it is for another line",
      FRIEND,
      () => house.sync.put("allowlist", BO, { primaryContact: true, lines: number("10") }),
    ],
    [
      "the entry makes no sense",
      FRIEND,
      () => house.sync.put("allowlist", BO, { primaryContact: "perhaps" }),
    ],
  ])("is not offered when %s", async (_name, from, change) => {
    change();
    expect(await miss(from)).toMatchObject({ outcome: "unanswered", next: "voicemail", to: "" });
  });

  test("is not offered at bedtime, nor where the policy does not", async () => {
    const always = { from: 0, to: 24 * 60 };
    const days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] as const;
    for (const change of [
      { offersPrimaryContact: false },
      { bedtimes: { weekly: [{ days, ...always }], exceptions: {} } },
    ]) {
      const { sync } = house;
      await open(change, sync);
      expect(await miss()).toMatchObject({ next: "voicemail" });
    }
  });

  test("is not offered when the list cannot be read", async () => {
    await open({}, new FakeSync((request) => (request === "GET allowlist" ? "unavailable" : undefined)));
    expect(await miss()).toMatchObject({ outcome: "unanswered", next: "voicemail" });
  });
});

describe("announcements and recording", () => {
  const url = (notice: string) => `https://${DOMAIN}/home/announce?notice=${notice}&call=${callSid("a")}`;
  const talk = async () => {
    await house.connect("a");
    house.calls.voice.inside.add(callSid("a"));
    await house.phone("a", "in-progress");
    await house.conference("a", "conference-start");
  };
  const read = async (notice: string) =>
    String((await house.run(house.functions.announce, { notice, call: callSid("a") })).body);

  test("by default nothing is announced and nothing is recorded", async () => {
    await talk();
    await house.conference("a", "announcement-end", { AnnounceUrl: url("recording") });
    expect(house.asked()).not.toContain("announce");
    expect(house.asked()).not.toContain("recordCall");
  });

  test("a recording begins when everybody has heard of it", async () => {
    await open({ isRecorded: true, monitoring: "atStart" });
    await talk();
    const [, , announceUrl = ""] = house.calls.voice.requests.find(([name]) => name === "announce") ?? [];
    expect(decodeURIComponent(announceUrl)).toBe(url("monitoring,recording"));
    expect(await read("monitoring,recording")).toContain(
      "<Say>A parent may listen.</Say><Say>This call is recorded.</Say>",
    );
    expect(house.asked()).not.toContain("recordCall");
    await house.conference("a", "announcement-end", { AnnounceUrl: announceUrl });
    expect(house.calls.voice.requests.at(-1)).toEqual([
      "recordCall",
      callSid("a"),
      `https://${DOMAIN}/home/recorded?call=${callSid("a")}`,
    ]);
    expect(house.stored("a")).toMatchObject({ isAnnounced: true, isRecorded: true });
    await house.conference("a", "announcement-end", { AnnounceUrl: announceUrl });
    await house.conference("a", "conference-start");
    expect(house.asked().filter((name) => name === "recordCall" || name === "announce")).toHaveLength(2);
  });

  test.each<[string, () => Promise<unknown>]>([
    [
      "its words were never fetched",
      () => house.conference("a", "announcement-end", { AnnounceUrl: url("recording") }),
    ],
    ["it failed", () => house.conference("a", "announcement-fail", { AnnounceUrl: url("recording") })],
    [
      "it was another call's",
      async () => {
        await read("recording");
        await house.conference("a", "announcement-end", {
          AnnounceUrl: url("recording").replace(/call=.*/, `call=${callSid("b")}`),
        });
      },
    ],
    [
      "it was not the one about recording",
      async () => {
        await read("monitoring");
        await house.conference("a", "announcement-end", { AnnounceUrl: url("monitoring") });
      },
    ],
    [
      "the owner's coming in was announced",
      async () => {
        await read("recording");
        const AnnounceUrl = url("recording").replace("announce", "announce-owner");
        await house.conference("a", "announcement-end", { AnnounceUrl });
      },
    ],
    [
      "nobody says which it was",
      async () => {
        await read("recording");
        await house.conference("a", "announcement-end");
      },
    ],
  ])("nothing is recorded when %s", async (_name, happen) => {
    await open({ isRecorded: true });
    await talk();
    await happen();
    expect(house.asked()).not.toContain("recordCall");
  });

  test("nothing is recorded with Sync down: nobody can tell that it was announced", async () => {
    await open({ isRecorded: true }, down());
    await talk();
    await read("recording");
    await house.conference("a", "announcement-end", { AnnounceUrl: url("recording") });
    expect(house.asked()).not.toContain("recordCall");
  });

  test("nothing is announced or recorded that cannot be written down as such", async () => {
    let isBroken = false;
    const sync = new FakeSync((request) => (isBroken && request === "PUT rooms" ? "unavailable" : undefined));
    await open({ isRecorded: true }, sync);
    await house.connect("a");
    await read("recording");
    isBroken = true;
    await house.conference("a", "conference-start");
    await house.conference("a", "announcement-end", { AnnounceUrl: url("recording") });
    expect(house.asked()).toEqual(["ringIntoConference"]);
  });

  test("what is no notice is not said", async () => {
    expect(await read("nonsense")).toBe('<?xml version="1.0" encoding="UTF-8"?><Response/>');
  });
});

test("thirty callers at once, told of in any order, twice or not at all: thirty rooms, and each is let go", async () => {
  const names = Array.from({ length: 30 }, (_, index) => `caller ${index}`);
  const tellings = [
    "no-answer",
    "busy",
    "in-progress",
    "completed",
    "conference-end",
    "participant-leave",
    "waited",
  ];
  const anyTelling = fc.record({ call: fc.constantFrom(...names), what: fc.constantFrom(...tellings) });
  await fc.assert(
    fc.asyncProperty(fc.array(anyTelling, { maxLength: 60 }), async (history) => {
      await open({ secondCaller: "ring" });
      const twiml = await Promise.all(names.map((name) => house.connect(name)));
      const rooms = twiml.map((text) => />(home-CA[0-9a-f]{32})</.exec(text)?.[1]);
      expect(new Set(rooms)).toEqual(new Set(names.map(roomOf)));
      await Promise.all(history.map(({ call, what }) => tell(call, what)));
      for (const name of names) {
        await house.waited(name);
        const { outcome, next } = await house.result(name);
        const isAnswered = history.some(
          ({ call, what }) => call === name && (what === "in-progress" || what === "completed"),
        );
        if (!isAnswered) expect([outcome, next]).toEqual(["unanswered", "voicemail"]);
      }
    }),
    { numRuns: 15 },
  );
});

async function tell(call: string, what: string): Promise<void> {
  if (what === "waited") await house.waited(call);
  else if (what === "participant-leave") await house.conference(call, what, { CallSid: callSid("nobody") });
  else if (what === "conference-end")
    await house.conference(call, what, { ReasonConferenceEnded: "conference-ended-via-api" });
  else await house.phone(call, what);
}
