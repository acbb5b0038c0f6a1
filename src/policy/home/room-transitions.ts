import type { CallStatus } from "../../telephony/call-status";
import type { Room, UnansweredReason } from "./room";
import type { RoomEvent, RoomOrder } from "./room-events";

/** A room after an event, and what is to be done now. */
export interface RoomMove {
  /** The very same one when nothing in it has changed; undefined: there is none, and need not be. */
  readonly room: Room | undefined;
  readonly orders: readonly RoomOrder[];
}

type Event<Kind extends RoomEvent["kind"]> = RoomEvent & { readonly kind: Kind };

/**
 * What an event makes of a room. Total, and made for callbacks in any order, twice or not at all: what comes late never
 * undoes what is surer, `over` is final, and a phone that is answered when nobody waits for it any more is let go. A room
 * that nobody could write down is made up for by the event.
 * @param at the instant of the event, ISO 8601
 */
export function moveRoom(known: Room | undefined, event: RoomEvent, at: string): RoomMove {
  const room: Room = known ?? { direction: "in", state: "ringing", at };
  switch (event.kind) {
    case "claimed":
      return known === undefined ? moved({ ...room, ...partiesIn(event) }) : moved(known);
    case "second-caller":
      return room.state === "ringing" ? moved(unanswered(room, "second-caller")) : moved(room);
    case "rung":
      return rung(room, event);
    case "ring-failed":
      return room.isStarted || room.state === "over" ? moved(known) : given(room, unanswered(room, "failed"));
    case "phone":
      return phoned(room, event);
    case "joined":
      return joined(room, event);
    case "started":
      return started(room, event);
    case "notice-read":
      return moved(known && (known.isNoticeRead ? known : { ...known, isNoticeRead: true }));
    case "announced":
      return known === undefined ? moved(known) : announced(known, event);
    case "ended":
      return ended(room, event);
    case "waited":
      return waited(room);
    case "returned":
      return returned(room, event);
  }
}

const moved = (room: Room | undefined, ...orders: readonly RoomOrder[]): RoomMove => ({ room, orders });

function partiesIn({ number, line }: Event<"claimed">): Pick<Room, "number" | "line"> {
  return { ...(number === undefined ? {} : { number }), ...(line === undefined ? {} : { line }) };
}

/** What became of the phone stays what was first found out. */
function unanswered(room: Room, reason: UnansweredReason): Room {
  if (room.state === "unanswered") return room;
  const { isAnswered: _never, ...rest } = room;
  return { ...rest, state: "unanswered", reason };
}

function over(room: Room, isAnswered = room.isAnswered): Room {
  if (room.state === "over") return room;
  return { ...room, state: "over", ...(isAnswered ? { isAnswered } : {}) };
}

type Sids = Partial<Pick<Room, "conferenceSid" | "phoneCallSid">>;

/** The first that are told stay. */
function withSids(room: Room, { conferenceSid, phoneCallSid }: Sids): Room {
  const isNews =
    (room.conferenceSid === undefined && conferenceSid !== undefined) ||
    (room.phoneCallSid === undefined && phoneCallSid !== undefined);
  if (!isNews) return room;
  return {
    ...(conferenceSid === undefined ? {} : { conferenceSid }),
    ...(phoneCallSid === undefined ? {} : { phoneCallSid }),
    ...room,
  };
}

/**
 * The conference that the caller is in. One that ended before, with a phone that could not be rung, had the same name and
 * another SID: who is let go of that one goes on waiting.
 * @see https://www.twilio.com/docs/voice/api/conference-resource (FriendlyName, Sid)
 */
function around(room: Room, conferenceSid: string): Room {
  return room.conferenceSid === conferenceSid ? room : { ...room, conferenceSid };
}

/** The phone may still ring, or be rung: nobody waits for it any more. */
function given(room: Room, after: Room): RoomMove {
  return moved(after, ...endPhone(room.phoneCallSid));
}

function endPhone(phoneCallSid: string | undefined): RoomOrder[] {
  return phoneCallSid === undefined ? [] : [{ kind: "end-phone", phoneCallSid }];
}

function complete({ conferenceSid }: Room): RoomOrder {
  return { kind: "complete-conference", ...(conferenceSid === undefined ? {} : { conferenceSid }) };
}

const BY_NAME: RoomOrder = { kind: "complete-conference" };

const isAwaited = ({ state }: Room): boolean => state === "ringing" || state === "talking";

function rung(room: Room, { phoneCallSid, conferenceSid }: Event<"rung">): RoomMove {
  const after = withSids(room, { phoneCallSid, conferenceSid });
  return isAwaited(room) ? moved(after) : moved(after, ...endPhone(phoneCallSid));
}

const UNANSWERED: Partial<Readonly<Record<CallStatus, UnansweredReason>>> = {
  "no-answer": "no-answer",
  busy: "busy",
  failed: "failed",
  canceled: "failed",
};

function phoned(before: Room, event: Event<"phone">): RoomMove {
  const room = withSids(before, { phoneCallSid: event.phoneCallSid });
  const reason = UNANSWERED[event.status];
  if (event.status === "in-progress") return answered(room, event);
  if (event.status === "completed") return phoneDone(room);
  if (reason !== undefined) return phoneMissed(room, reason);
  return isAwaited(room) ? moved(room) : moved(room, ...endPhone(event.phoneCallSid));
}

/**
 * A ring that Twilio did not confirm in time may still be answered, when the caller is elsewhere. One that it confirmed
 * leads the caller into the conference, perhaps a moment later.
 */
function answered(room: Room, { caller = "unknown", phoneCallSid }: Event<"phone">): RoomMove {
  const letGo = endPhone(phoneCallSid);
  if (!isAwaited(room)) return moved(room, ...letGo);
  if (caller === "gone") return moved(over(room), ...letGo);
  if (caller === "elsewhere" && room.conferenceSid === undefined)
    return moved(unanswered(room, "failed"), ...letGo, complete(room));
  return moved(room.isAnswered ? room : { ...room, state: "talking", isAnswered: true });
}

/** Answered before it can have joined, it leaves a caller behind who waits alone. */
function phoneDone(room: Room): RoomMove {
  if (!isAwaited(room)) return moved(room);
  return room.isStarted ? moved(over(room, true)) : moved(over(room, true), complete(room));
}

function phoneMissed(room: Room, reason: UnansweredReason): RoomMove {
  if (room.state === "ringing") return moved(unanswered(room, reason), complete(room));
  return room.state === "unanswered" ? moved(room, complete(room)) : moved(room);
}

/** A phone that is not registered has failed before the caller is led to it. */
function joined(before: Room, { conferenceSid }: Event<"joined">): RoomMove {
  const room = around(before, conferenceSid);
  return isAwaited(room) ? moved(room) : waited(room);
}

function started(before: Room, { conferenceSid, notices }: Event<"started">): RoomMove {
  const room = around(before, conferenceSid);
  if (room.state === "unanswered") return moved(room, complete(room));
  if (room.state === "over" || room.isStarted) return moved(room);
  const after: Room = { ...room, state: "talking", isAnswered: true, isStarted: true };
  return notices.length === 0 ? moved(after) : moved(after, { kind: "announce", conferenceSid, notices });
}

/**
 * An announcement ends well too when its words could not be fetched: what was not read was not heard. So nothing is
 * recorded that is not written down as announced, and nothing twice.
 * @see https://www.twilio.com/docs/voice/twiml/conference#attributes-statusCallbackEvent
 */
function announced(room: Room, { notices }: Event<"announced">): RoomMove {
  if (!isAwaited(room) || !room.isNoticeRead) return moved(room);
  const isRecorded = room.isRecorded || notices.includes("recording");
  if (room.isAnnounced && isRecorded === Boolean(room.isRecorded)) return moved(room);
  const answeredRoom: Room = {
    ...room,
    state: "talking",
    isAnswered: true,
    isStarted: true,
    isAnnounced: true,
  };
  if (!isRecorded || room.isRecorded) return moved(answeredRoom);
  return moved({ ...answeredRoom, isRecorded }, { kind: "record" });
}

function ended(room: Room, { by }: Event<"ended">): RoomMove {
  const { state } = room;
  if (state === "talking") return moved(over(room));
  if (state === "over" && !room.isAnswered) return given(room, room);
  if (state !== "ringing") return moved(room);
  if (by === "phone") return moved(over(room, true));
  return given(room, by === "service" ? unanswered(room, "no-answer") : over(room));
}

/**
 * Whatever the room says, this caller still hears it ring, unless the phone was answered at this very moment; perhaps in
 * another conference than the one that is known, if of the same name.
 */
function waited(room: Room): RoomMove {
  if (room.isStarted) return moved(room);
  const after =
    room.state === "over" ? { reason: "no-answer" as const, ...room } : unanswered(room, "no-answer");
  const byName = room.conferenceSid === undefined ? [] : [BY_NAME];
  return moved(after, ...endPhone(room.phoneCallSid), complete(room), ...byName);
}

function returned(room: Room, { isOnLine }: Event<"returned">): RoomMove {
  if (room.state === "talking") return moved(over(room));
  if (room.state === "ringing") return given(room, isOnLine ? unanswered(room, "failed") : over(room));
  return room.state === "over" && !room.isAnswered ? given(room, room) : moved(room);
}
