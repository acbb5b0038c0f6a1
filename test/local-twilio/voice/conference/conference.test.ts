import { hangUp, press, requestsTo } from "../phone-line";
import { ALL_EVENTS, conference, eventsAt, heardBy, openMeeting, ROOM } from "./meeting";

/* Quotations: https://www.twilio.com/docs/voice/twiml/conference */
const [ANN, BOB, CYD] = ["+12125550101", "+12125550102", "+12125550103"];
const MUSIC = "https://twimlets.com/holdmusic?Bucket=com.twilio.music.classical";
const BEEP = "conference beep";

describe("Example 1: a conference", () => {
  test("the first caller hears the default waiting music; with the second it starts, the music ends and a beep is played", async () => {
    const meeting = openMeeting({ [ANN]: conference(), [BOB]: conference() });
    const [ann, bob] = await Promise.all([
      meeting.call(ANN, { until: 60 }),
      meeting.call(BOB, { at: 10, until: 30 }),
    ]);
    expect(heardBy(ann)).toEqual([MUSIC, BEEP, "conversation", BEEP]);
    expect(heardBy(bob)).toEqual([BEEP, "conversation"]);
    expect(ann.events.find(({ text }) => text === "conversation")?.at).toBe(10.5);
    expect([ann.hungUpBy, bob.hungUpBy, ann.status]).toEqual(["caller", "caller", "completed"]);
  });

  test("rooms of different names do not meet", async () => {
    const meeting = openMeeting({ [ANN]: conference(), [BOB]: conference("", "", "another") });
    const outcomes = await Promise.all([meeting.call(ANN, { until: 60 }), meeting.call(BOB, { until: 60 })]);
    for (const outcome of outcomes) expect(heardBy(outcome)).toEqual([MUSIC]);
  });

  test("its name is free again once it has ended", async () => {
    const meeting = openMeeting({ [ANN]: conference() });
    await meeting.call(ANN, { until: 5 });
    await meeting.call(ANN, { until: 15 });
    const rows = [...meeting.world.account.conferences.values()];
    expect(rows.map(({ status, reasonEnded }) => [status, reasonEnded])).toEqual([
      ["completed", "last-participant-left"],
      ["completed", "last-participant-left"],
    ]);
    expect(meeting.world.switchboard.rooms.size).toBe(0);
  });
});

describe("Example 2: a moderated conference", () => {
  const guest = conference('startConferenceOnEnter="false" beep="false"');
  const moderator = conference('endConferenceOnExit="true" beep="false"', 'action="/left"');
  const after = "<Say>Bye</Say>";

  test("each person hears hold music until the moderator comes, and every Dial is over when the moderator hangs up", async () => {
    const meeting = openMeeting({ [ANN]: guest + after, [BOB]: guest + after, [CYD]: moderator });
    const [ann, bob, cyd] = await Promise.all([
      meeting.call(ANN, {}),
      meeting.call(BOB, { at: 5 }),
      meeting.call(CYD, { at: 20, until: 50 }),
    ]);
    expect(heardBy(ann)).toEqual([MUSIC, "conversation", "Bye"]);
    expect(heardBy(bob)).toEqual([MUSIC, "conversation", "Bye"]);
    expect(heardBy(cyd)).toEqual(["conversation"]);
    expect(ann.events.find(({ text }) => text === "conversation")?.at).toBe(20);
    const [row] = meeting.world.account.conferences.values();
    expect(row).toMatchObject({
      reasonEnded: "participant-with-end-conference-on-exit-left",
      callSidEnding: cyd.callSid,
    });
  });
});

describe("Example 7: combining with Dial attributes", () => {
  test("hangupOnStar lets a participant leave; the action is told that it was answered, without a child call", async () => {
    const dial = 'action="/left" hangupOnStar="true"';
    const meeting = openMeeting({ [ANN]: conference("", dial) }, { "/left": "<Say>Left</Say>" });
    const star = { ...press("*"), when: 12 };
    const outcome = await meeting.call(ANN, { acts: [{ ...press("5"), when: 4 }, star] });
    expect(heardBy(outcome)).toEqual([MUSIC, "Left"]);
    const [request] = requestsTo(meeting, "/left");
    expect(request?.at).toBe(12);
    expect(request?.parameters).toMatchObject({ DialCallStatus: "answered", DialBridged: "false" });
    expect(Object.keys(request?.parameters ?? {})).not.toContain("DialCallSid");
    expect(Object.keys(request?.parameters ?? {})).not.toContain("DialCallDuration");
  });

  test("after timeLimit a participant is removed from the conference", async () => {
    const meeting = openMeeting({ [ANN]: `${conference("", 'timeLimit="30"')}<Say>Out</Say>` });
    const outcome = await meeting.call(ANN, {});
    expect(heardBy(outcome)).toEqual([MUSIC, "Out"]);
    expect(outcome.events.find(({ text }) => text === "say: Out")?.at).toBe(30);
  });

  test("the action is requested although the caller has hung up", async () => {
    const meeting = openMeeting({ [ANN]: conference("", 'action="/left"') }, { "/left": "<Say>?</Say>" });
    await meeting.call(ANN, { until: 7 });
    expect(requestsTo(meeting, "/left")[0]?.parameters).toMatchObject({
      CallStatus: "completed",
      DialCallStatus: "answered",
    });
  });
});

describe("beep", () => {
  test.each([
    ["true", [BEEP, "conversation", BEEP]],
    ["false", ["conversation"]],
    ["onEnter", [BEEP, "conversation"]],
    ["onExit", ["conversation", BEEP]],
  ])("%s", async (beep, expected) => {
    const waiting = conference('waitUrl="" beep="false"');
    const meeting = openMeeting({ [ANN]: waiting, [BOB]: conference(`beep="${beep}"`) });
    const [ann] = await Promise.all([
      meeting.call(ANN, { until: 60 }),
      meeting.call(BOB, { at: 5, until: 20 }),
    ]);
    expect(heardBy(ann)).toEqual(expected);
  });
});

describe("participantLabel", () => {
  test.each([
    ["16025", "caller", "is in use by another participant"],
    ["16023", "a/b", "Invalid participant label"],
    ["16023", `CA${"0".repeat(32)}`, "Invalid participant label"],
    ["16023", "x".repeat(129), "Invalid participant label"],
  ])("%s: the call is not added, and goes on with the next verb", async (code, label, words) => {
    const first = conference('participantLabel="caller"');
    const second = `${conference(`participantLabel="${label}"`, 'action="/left"')}<Say>Next</Say>`;
    const meeting = openMeeting({ [ANN]: first, [BOB]: second });
    const [, bob] = await Promise.all([meeting.call(ANN, { until: 60 }), meeting.call(BOB, { at: 5 })]);
    expect(heardBy(bob)).toEqual(["Next"]);
    expect(bob.errors).toEqual([{ code: Number(code), message: expect.stringContaining(words) }]);
    expect(requestsTo(meeting, "/left")).toEqual([]);
  });
});

test("16020: a conference takes no more than maxParticipants", async () => {
  const document = conference('maxParticipants="2" beep="false"', 'action="/left"');
  const meeting = openMeeting({ [ANN]: document, [BOB]: document, [CYD]: document }, { "/left": "" });
  const [, , cyd] = await Promise.all([
    meeting.call(ANN, { until: 60 }),
    meeting.call(BOB, { at: 1, until: 60 }),
    meeting.call(CYD, { at: 2 }),
  ]);
  expect(cyd.errors).toEqual([{ code: 16020, message: expect.stringContaining("full") }]);
  expect(requestsTo(meeting, "/left")[0]?.parameters.DialCallStatus).toBe("failed");
});

describe("statusCallback", () => {
  const attributes = `statusCallback="/events" statusCallbackEvent="${ALL_EVENTS}"`;

  test("tells every event in order, with the parameters of the documentation's table", async () => {
    const ends = conference(
      `${attributes} endConferenceOnExit="true" muted="true" participantLabel="caller"`,
    );
    const meeting = openMeeting({ [ANN]: ends, [BOB]: conference() }, { "/events": "" });
    const [ann, bob] = await Promise.all([meeting.call(ANN, { until: 60 }), meeting.call(BOB, { at: 10 })]);
    await Promise.all([ann.afterwards, bob.afterwards]);
    expect(eventsAt(meeting.seen, "/events")).toEqual([
      "participant-join",
      "participant-join",
      "conference-start",
      "participant-leave",
      "participant-leave",
      "conference-end",
    ]);
    const [join, , start, leave, other, end] = requestsTo(meeting, "/events").map((each) => each.parameters);
    const [row] = meeting.world.account.conferences.values();
    expect(join).toEqual({
      ConferenceSid: row?.sid,
      FriendlyName: ROOM,
      AccountSid: meeting.world.account.sid,
      SequenceNumber: "1",
      Timestamp: "Mon, 05 Jan 2026 15:00:00 +0000",
      StatusCallbackEvent: "participant-join",
      CallSid: ann.callSid,
      Muted: "true",
      Hold: "false",
      Coaching: "false",
      EndConferenceOnExit: "true",
      StartConferenceOnEnter: "true",
      ParticipantLabel: "caller",
    });
    expect(Object.keys(start ?? {})).not.toContain("CallSid");
    expect(leave).toMatchObject({
      CallSid: ann.callSid,
      ReasonParticipantLeft: "participant_hung_up",
      ParticipantCallStatus: "completed",
    });
    expect(other).toMatchObject({
      CallSid: bob.callSid,
      ReasonParticipantLeft: "moderator_ended_conference",
      ParticipantCallStatus: "in-progress",
    });
    expect(end).toMatchObject({
      SequenceNumber: "6",
      Timestamp: "Mon, 05 Jan 2026 15:01:00 +0000",
      ReasonConferenceEnded: "participant-with-end-conference-on-exit-left",
      CallSidEndingConference: ann.callSid,
      ParticipantLabelEndingConference: "caller",
    });
  });

  test("is set by the first participant; what others set is ignored", async () => {
    const of = (path: string, events: string) =>
      conference(`statusCallback="${path}" statusCallbackEvent="${events}"`);
    const meeting = openMeeting({ [ANN]: of("/first", "start"), [BOB]: of("/second", "start end join") });
    await Promise.all([meeting.call(ANN, { until: 60 }), meeting.call(BOB, { at: 10, until: 20 })]);
    expect(eventsAt(meeting.seen, "/first")).toEqual(["conference-start"]);
    expect(eventsAt(meeting.seen, "/second")).toEqual([]);
  });

  test("no event is told that is not asked for", async () => {
    const meeting = openMeeting({ [ANN]: conference('statusCallback="/events"') });
    await meeting.call(ANN, { until: 60 });
    expect(eventsAt(meeting.seen, "/events")).toEqual([]);
  });
});

describe("what is not TwiML, or not supported", () => {
  test.each([
    ['record="true"', 12200],
    ['maxParticipants="251"', 12200],
    ['beep="sometimes"', 12200],
    [`coach="CA${"0".repeat(32)}"`, 0],
    ['eventCallbackUrl="/x"', 0],
  ])("%s", async (attributes, code) => {
    const meeting = openMeeting({ [ANN]: conference(attributes) });
    const outcome = await meeting.call(ANN, {});
    expect(outcome.errors[0]?.code).toBe(code);
    expect(outcome.applicationError).toBe(true);
  });

  test("a Conference beside a Number", async () => {
    const meeting = openMeeting({
      [ANN]: `<Dial><Conference>${ROOM}</Conference><Number>+12125550123</Number></Dial>`,
    });
    expect((await meeting.call(ANN, {})).errors[0]?.code).toBe(12200);
  });
});

test("who is alone in a conference that has started hears nothing", async () => {
  const meeting = openMeeting({ [ANN]: conference('beep="false"'), [BOB]: conference('beep="false"') });
  const [ann] = await Promise.all([
    meeting.call(ANN, { until: 60 }),
    meeting.call(BOB, { at: 10, until: 20 }),
  ]);
  expect(ann.heard.map(({ kind }) => kind)).toEqual(["play", "conversation", "silence"]);
});

test("a hang-up in the same instant as another's ends the call of both once", async () => {
  const ends = conference('endConferenceOnExit="true" beep="false"');
  const meeting = openMeeting({ [ANN]: ends, [BOB]: ends });
  const outcomes = await Promise.all([
    meeting.call(ANN, { until: 30 }),
    meeting.call(BOB, { acts: [{ ...hangUp(), when: 30 }] }),
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual(["completed", "completed"]);
  expect(meeting.world.switchboard.legs.size).toBe(0);
});
