import type { Home } from "./home";
import type { Room } from "./room";

/** A room and the SID of the call it is of. */
export interface NamedRoom {
  readonly callSid: string;
  readonly room: Room;
}

/** What a caller gets who rings the home's phone. */
export type Admission = Home["secondCaller"];

/** A call lasts four hours at the most, and some rooms are never told of their end. */
const LONGEST_CALL_MS = (4 * 60 + 10) * 60 * 1000;
/** The phone rings for a minute at the most; what is left of its callbacks comes soon after. */
const LONGEST_RINGING_MS = 5 * 60 * 1000;

/**
 * Whether a caller rings, or gets what second callers get. Of callers who come at once the first is the one whose room
 * is older, by its SID when they are equally old: each decides for itself, and they agree.
 * @param now epoch milliseconds
 */
export function admit(
  mine: NamedRoom,
  {
    rooms,
    secondCaller,
    now,
  }: {
    readonly rooms: readonly NamedRoom[];
    readonly secondCaller: Home["secondCaller"];
    readonly now: number;
  },
): Admission {
  const others = othersInUse(mine, rooms, now);
  const isFirst = others.every((other) => other.room.state === "ringing" && comesBefore(mine, other));
  return isFirst ? "ring" : secondCaller;
}

/** The rooms of the other calls that ring the phone, or are on it. @param now epoch milliseconds */
export function othersInUse<Other extends NamedRoom>(
  mine: NamedRoom,
  rooms: readonly Other[],
  now: number,
): Other[] {
  return rooms.filter(({ callSid, room }) => callSid !== mine.callSid && isInUse(room, now));
}

/** Whether the phone is ringing, or somebody is on it. Calls from it count too. */
export function isInUse({ state, at, until }: Room, now: number): boolean {
  if (until !== undefined && now >= Date.parse(until)) return false;
  const age = now - Date.parse(at);
  if (state === "talking") return age < LONGEST_CALL_MS;
  return state === "ringing" && age < LONGEST_RINGING_MS;
}

function comesBefore(one: NamedRoom, other: NamedRoom): boolean {
  const [age, otherAge] = [Date.parse(one.room.at), Date.parse(other.room.at)];
  return age === otherAge ? one.callSid < other.callSid : age < otherAge;
}
