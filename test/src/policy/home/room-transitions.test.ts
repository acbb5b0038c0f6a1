import fc from "fast-check";
import type { Room } from "../../../../src/policy/home/room";
import { NOTICES, type RoomEvent, type RoomOrder } from "../../../../src/policy/home/room-events";
import { mayLeaveMessage, outcomeOf } from "../../../../src/policy/home/room-outcome";
import { moveRoom } from "../../../../src/policy/home/room-transitions";
import { CALL_STATUSES, type CallStatus } from "../../../../src/telephony/call-status";

const at = "2026-01-05T17:00:00Z";
const PHONE = `CA${"f".repeat(32)}`;
const CONFERENCE = `CF${"0".repeat(32)}`;
const sids = { phoneCallSid: PHONE, conferenceSid: CONFERENCE };
const ringing: Room = { direction: "in", state: "ringing", at, ...sids };
const talking: Room = { ...ringing, state: "talking", isAnswered: true, isStarted: true };
const told: Room = { ...talking, isNoticeRead: true };
const recorded: Room = { ...told, isAnnounced: true, isRecorded: true };
const missed: Room = { ...ringing, state: "unanswered", reason: "no-answer" };
const over: Room = { ...talking, state: "over" };
const abandoned: Room = { ...ringing, state: "over" };

const phone = (status: CallStatus, caller?: "inside" | "elsewhere" | "gone"): RoomEvent => ({
  kind: "phone",
  status,
  phoneCallSid: PHONE,
  ...(caller && { caller }),
});
const rung: RoomEvent = { kind: "rung", ...sids };
const ended = (by: "caller" | "phone" | "service" | "unknown"): RoomEvent => ({ kind: "ended", by });
const started = (...notices: ("monitoring" | "recording")[]): RoomEvent => ({
  kind: "started",
  conferenceSid: CONFERENCE,
  notices,
});
const announced = (...notices: ("monitoring" | "recording")[]): RoomEvent => ({
  kind: "announced",
  notices,
});

const ANOTHER = `CF${"1".repeat(32)}`;
const joined = (conferenceSid: string): RoomEvent => ({ kind: "joined", conferenceSid });

const complete: RoomOrder = { kind: "complete-conference", conferenceSid: CONFERENCE };
const completeAnother: RoomOrder = { kind: "complete-conference", conferenceSid: ANOTHER };
const completeByName: RoomOrder = { kind: "complete-conference" };
const endPhone: RoomOrder = { kind: "end-phone", phoneCallSid: PHONE };
const announce = (...notices: ("monitoring" | "recording")[]): RoomOrder => ({
  kind: "announce",
  conferenceSid: CONFERENCE,
  notices,
});

// Statuses: https://www.twilio.com/docs/voice/api/call-resource#call-status-values
// Conference events: https://www.twilio.com/docs/voice/twiml/conference#attributes-statusCallback-request-parameters
test.each<[string, Room | undefined, RoomEvent, Partial<Room> | undefined, readonly RoomOrder[]]>([
  [
    "a call claims its room",
    undefined,
    { kind: "claimed", number: "+12125550150" },
    { direction: "in", state: "ringing", at, number: "+12125550150" },
    [],
  ],
  ["claimed twice, it stays as it is", talking, { kind: "claimed", number: "+12125550199" }, talking, []],
  [
    "a second caller is not rung",
    { direction: "in", state: "ringing", at },
    { kind: "second-caller" },
    { state: "unanswered", reason: "second-caller" },
    [],
  ],
  ["the phone is rung", { direction: "in", state: "ringing", at }, rung, ringing, []],
  ["the phone is rung, but the caller has hung up meanwhile", abandoned, rung, abandoned, [endPhone]],
  [
    "Twilio refuses to ring it",
    { direction: "in", state: "ringing", at },
    { kind: "ring-failed" },
    { state: "unanswered", reason: "failed" },
    [],
  ],
  [
    "Twilio has not said in time that it rings, but a callback has",
    ringing,
    { kind: "ring-failed" },
    { state: "unanswered", reason: "failed" },
    [endPhone],
  ],
  [
    "refused, with no room to write it down in",
    undefined,
    { kind: "ring-failed" },
    { state: "unanswered", reason: "failed" },
    [],
  ],

  ["it rings", ringing, phone("ringing"), ringing, []],
  ["a late ringing never undoes talking", talking, phone("ringing"), talking, []],
  [
    "a phone that rings too late is ended before it is answered",
    missed,
    phone("ringing"),
    missed,
    [endPhone],
  ],
  ["and when the call is over", abandoned, phone("initiated"), abandoned, [endPhone]],

  ["it is answered", ringing, phone("in-progress", "inside"), { state: "talking", isAnswered: true }, []],
  ["answered twice", talking, phone("in-progress", "inside"), talking, []],
  ["answered after it was not", missed, phone("in-progress", "elsewhere"), missed, [endPhone]],
  ["answered after the caller has gone", abandoned, phone("in-progress", "gone"), abandoned, [endPhone]],
  [
    "answered, and the caller's hanging up was never told",
    ringing,
    phone("in-progress", "gone"),
    { state: "over" },
    [endPhone],
  ],
  [
    "answered before the caller is in the conference",
    ringing,
    phone("in-progress", "elsewhere"),
    { state: "talking" },
    [],
  ],
  [
    "answered, though Twilio had not confirmed the ring, and the caller is at the tone",
    { direction: "in", state: "ringing", at },
    phone("in-progress", "elsewhere"),
    { state: "unanswered", reason: "failed" },
    [endPhone, completeByName],
  ],
  [
    "the same, with no room",
    undefined,
    phone("in-progress", "elsewhere"),
    { state: "unanswered" },
    [endPhone, completeByName],
  ],
  [
    "answered, with no room, and the caller inside",
    undefined,
    phone("in-progress", "inside"),
    { state: "talking" },
    [],
  ],

  ["nobody answers", ringing, phone("no-answer"), { state: "unanswered", reason: "no-answer" }, [complete]],
  ["the phone is busy", ringing, phone("busy"), { state: "unanswered", reason: "busy" }, [complete]],
  ["it is not registered", ringing, phone("failed"), { state: "unanswered", reason: "failed" }, [complete]],
  [
    "somebody cancels it in the console",
    ringing,
    phone("canceled"),
    { state: "unanswered", reason: "failed" },
    [complete],
  ],
  [
    "told twice, it lets the caller go twice: the first may have failed",
    missed,
    phone("no-answer"),
    missed,
    [complete],
  ],
  ["nobody answers, with no room", undefined, phone("no-answer"), { state: "unanswered" }, [completeByName]],
  ["our own ending of the leg changes nothing", abandoned, phone("canceled"), abandoned, []],
  ["no-answer for a phone that talks makes no sense", talking, phone("no-answer"), talking, []],
  ["the phone hangs up", talking, phone("completed"), { state: "over", isAnswered: true }, []],
  [
    "it hangs up, and its answer was never told",
    ringing,
    phone("completed"),
    { state: "over", isAnswered: true },
    [complete],
  ],

  ["the caller waits", ringing, joined(CONFERENCE), ringing, []],
  // A conference that ends gives its name to another: https://www.twilio.com/docs/voice/api/conference-resource
  [
    "the caller waits in another conference of that name",
    ringing,
    joined(ANOTHER),
    { conferenceSid: ANOTHER },
    [],
  ],
  [
    "and is let go of that one when the phone has failed before",
    { ...missed, reason: "failed" },
    joined(ANOTHER),
    { state: "unanswered", reason: "failed", conferenceSid: ANOTHER },
    [endPhone, completeAnother, completeByName],
  ],
  [
    "the phone was picked up and put down before the caller was led to it",
    { ...ringing, state: "over", isAnswered: true },
    joined(CONFERENCE),
    { state: "over", reason: "no-answer" },
    [endPhone, complete, completeByName],
  ],
  ["a late word that the caller waited", over, joined(CONFERENCE), over, []],
  ["both are in", ringing, started(), { state: "talking", isStarted: true }, []],
  [
    "both are in another",
    { ...ringing, conferenceSid: ANOTHER },
    started(),
    { conferenceSid: CONFERENCE },
    [],
  ],
  [
    "both are told",
    ringing,
    started("monitoring", "recording"),
    { isStarted: true },
    [announce("monitoring", "recording")],
  ],
  ["told only once", talking, started("monitoring"), talking, []],
  ["together, though the caller should be gone: let go", missed, started("recording"), missed, [complete]],
  ["started, with no room", undefined, started("monitoring"), { state: "talking" }, [announce("monitoring")]],
  ["a late start of what is over", over, started("monitoring"), over, []],
  ["the words are handed out", talking, { kind: "notice-read" }, { isNoticeRead: true }, []],
  ["all have heard it", told, announced("monitoring"), { isAnnounced: true }, []],
  ["it ended, but there were no words", talking, announced("monitoring", "recording"), talking, []],
  [
    "all have heard it: then it is recorded",
    told,
    announced("monitoring", "recording"),
    { isAnnounced: true, isRecorded: true },
    [{ kind: "record" }],
  ],
  ["recorded once", recorded, announced("recording"), recorded, []],
  ["never without a room", undefined, announced("recording"), undefined, []],
  ["nor when it is over", over, announced("recording"), over, []],

  ["the caller hangs up while it rings", ringing, ended("caller"), { state: "over" }, [endPhone]],
  ["told twice", abandoned, ended("caller"), abandoned, [endPhone]],
  ["the caller hangs up", talking, ended("caller"), { state: "over", isAnswered: true }, []],
  [
    "the phone hangs up, told by the conference",
    ringing,
    ended("phone"),
    { state: "over", isAnswered: true },
    [],
  ],
  [
    "we ended it, and could not write down why",
    ringing,
    ended("service"),
    { state: "unanswered", reason: "no-answer" },
    [endPhone],
  ],
  ["we ended it because nobody answered", missed, ended("service"), missed, []],
  ["the owner ended the call", talking, ended("service"), { state: "over", isAnswered: true }, []],

  [
    "it has rung too long",
    ringing,
    { kind: "waited" },
    { state: "unanswered", reason: "no-answer" },
    [endPhone, complete, completeByName],
  ],
  ["with no room", undefined, { kind: "waited" }, { state: "unanswered" }, [completeByName]],
  [
    "answered, they say, but never joined",
    { ...ringing, state: "talking", isAnswered: true },
    { kind: "waited" },
    { state: "unanswered" },
    [endPhone, complete, completeByName],
  ],
  [
    "over, they say, and still the caller waits",
    { ...ringing, state: "over", isAnswered: true },
    { kind: "waited" },
    { state: "over", reason: "no-answer" },
    [endPhone, complete, completeByName],
  ],
  ["answered at this very moment", talking, { kind: "waited" }, talking, []],

  [
    "back in the flow, and no callback came",
    ringing,
    { kind: "returned", isOnLine: true },
    { state: "unanswered", reason: "failed" },
    [endPhone],
  ],
  [
    "hung up, and no callback came",
    ringing,
    { kind: "returned", isOnLine: false },
    { state: "over" },
    [endPhone],
  ],
  [
    "back after talking",
    talking,
    { kind: "returned", isOnLine: true },
    { state: "over", isAnswered: true },
    [],
  ],
  [
    "hung up, told a second time: the first letting go may have failed",
    abandoned,
    { kind: "returned", isOnLine: false },
    abandoned,
    [endPhone],
  ],
  [
    "still waiting, though the phone was busy",
    { ...missed, reason: "busy" },
    { kind: "waited" },
    { state: "unanswered", reason: "busy" },
    [endPhone, complete, completeByName],
  ],
  ["back, as was told", missed, { kind: "returned", isOnLine: true }, missed, []],
])("%s", (_name, before, event, after, orders) => {
  const move = moveRoom(before, event, at);
  if (after === undefined) expect(move.room).toBeUndefined();
  else expect(move.room).toMatchObject(after);
  if (after === before) expect(move.room).toBe(before);
  expect(move.orders).toEqual(orders);
});

const anyEvent: fc.Arbitrary<RoomEvent> = fc.oneof(
  fc.constant<RoomEvent>({ kind: "claimed" }),
  fc.constant<RoomEvent>({ kind: "second-caller" }),
  fc.constant(rung),
  fc.constant<RoomEvent>({ kind: "ring-failed" }),
  fc.record({
    kind: fc.constant("phone" as const),
    status: fc.constantFrom(...CALL_STATUSES),
    phoneCallSid: fc.constant(PHONE),
    caller: fc.constantFrom("inside", "elsewhere", "gone", "unknown"),
  }),
  fc.constantFrom(joined(CONFERENCE), joined(ANOTHER)),
  fc
    .subarray([...NOTICES])
    .map((notices): RoomEvent => ({ kind: "started", conferenceSid: CONFERENCE, notices })),
  fc.subarray([...NOTICES]).map((notices): RoomEvent => ({ kind: "announced", notices })),
  fc.constantFrom<RoomEvent>(ended("caller"), ended("phone"), ended("service"), ended("unknown")),
  fc.constant<RoomEvent>({ kind: "waited" }),
  fc.constant<RoomEvent>({ kind: "notice-read" }),
  fc.boolean().map((isOnLine): RoomEvent => ({ kind: "returned", isOnLine })),
);
const anyHistory = fc.array(anyEvent, { maxLength: 25 });
const roomAfter = (events: readonly RoomEvent[], room?: Room) =>
  events.reduce<Room | undefined>((current, event) => moveRoom(current, event, at).room, room);
const ordersOf = (events: readonly RoomEvent[]) =>
  events.reduce<{ room: Room | undefined; orders: RoomOrder[] }>(
    ({ room, orders }, event) => {
      const move = moveRoom(room, event, at);
      return { room: move.room, orders: [...orders, ...move.orders] };
    },
    { room: undefined, orders: [] },
  ).orders;
const check = (...parts: Parameters<typeof fc.property<[RoomEvent[], RoomEvent]>>) =>
  fc.assert(fc.property(...parts), { numRuns: 1000 });

describe("whatever is told, in any order, twice or not at all", () => {
  test("over is final", () => {
    check(anyHistory, anyEvent, (history, event) => {
      const room = roomAfter(history);
      fc.pre(room?.state === "over");
      expect(moveRoom(room, event, at).room?.state).toBe("over");
    });
  });

  test("nothing told twice in a row changes anything the second time", () => {
    check(anyHistory, anyEvent, (history, event) => {
      const once = moveRoom(roomAfter(history), event, at).room;
      expect(moveRoom(once, event, at).room).toEqual(once);
    });
  });

  test("a room says either that the phone was answered or why not, until it is over", () => {
    check(anyHistory, anyEvent, (history) => {
      const room = roomAfter(history);
      fc.pre(room !== undefined && room.state !== "over");
      expect(room?.isAnswered === true).toBe(room?.state === "talking");
      expect(room?.reason !== undefined).toBe(room?.state === "unanswered");
    });
  });

  test("what has been talking never rings again", () => {
    check(anyHistory, anyEvent, (history, event) => {
      const room = roomAfter(history);
      fc.pre(room !== undefined && room.state !== "ringing");
      expect(moveRoom(room, event, at).room?.state).not.toBe("ringing");
    });
  });

  test("a caller who still hears it ring is let go to voicemail", () => {
    check(anyHistory, anyEvent, (history) => {
      const before = roomAfter(history);
      fc.pre(!before?.isStarted);
      const { room, orders } = moveRoom(before, { kind: "waited" }, at);
      expect(orders).toContainEqual(expect.objectContaining({ kind: "complete-conference" }));
      const told = moveRoom(room, { kind: "returned", isOnLine: true }, at).room;
      expect(mayLeaveMessage(outcomeOf(told, true), true)).toBe(true);
    });
  });

  test("a phone that is answered when nobody waits for it is let go", () => {
    check(anyHistory, anyEvent, (history) => {
      const before = roomAfter(history);
      fc.pre(before?.state === "unanswered" || before?.state === "over");
      expect(moveRoom(before, phone("in-progress", "inside"), at).orders).toContainEqual(endPhone);
    });
  });

  test("nobody who is off the line is asked for a message, nor who has talked", () => {
    check(anyHistory, anyEvent, (history) => {
      const room = roomAfter(history);
      expect(mayLeaveMessage(outcomeOf(room, false), false)).toBe(false);
      if (room?.isAnswered && room.reason === undefined)
        expect(mayLeaveMessage(outcomeOf(room, true), true)).toBe(false);
    });
  });

  test("it is announced once and recorded once, and never recorded unannounced", () => {
    check(anyHistory, anyEvent, (history) => {
      const kinds = ordersOf(history).map(({ kind }) => kind);
      expect(kinds.filter((kind) => kind === "announce").length).toBeLessThanOrEqual(1);
      expect(kinds.filter((kind) => kind === "record").length).toBeLessThanOrEqual(1);
      const isTold = history.some(
        (event) => event.kind === "announced" && event.notices.includes("recording"),
      );
      const isRead = history.some(({ kind }) => kind === "notice-read");
      if (!isTold || !isRead) expect(kinds).not.toContain("record");
    });
  });
});
