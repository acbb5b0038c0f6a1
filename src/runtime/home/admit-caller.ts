import type { Home } from "../../policy/home/home";
import type { Room } from "../../policy/home/room";
import { type Admission, admit } from "../../policy/home/room-waiting";
import { claimRoom, listRooms, readRoom } from "../../store/rooms";
import type { CallSid } from "../../telephony/sids";
import { inTime } from "../in-time";
import { describeFailure } from "../log";
import type { CallWiring } from "../wiring";
import { lookAgain } from "./look-again";

/** Of the four seconds; the rest is for ringing. */
const SYNC_MS = 1800;

/** A caller who wants to ring the home's phone. */
export interface HomeCaller {
  readonly callSid: CallSid;
  readonly home: Home;
  /** Absent when withheld. */
  readonly number?: string;
  readonly line?: string;
}

/** `repeated`: this call has a room already, in use or not. */
export type CallerAdmission = Admission | { readonly repeated: Room | undefined };

/**
 * Claims a room for a caller, then looks at all the others: in this order, of two callers at once one sees the other.
 * With Sync out of reach it rings: two callers have two rooms all the same. Never throws.
 */
export async function admitCaller(wiring: CallWiring, caller: HomeCaller): Promise<CallerAdmission> {
  const { callSid } = caller;
  try {
    const admission = await inTime(SYNC_MS, claimAndLook(wiring, caller));
    if (admission !== undefined) return admission;
    wiring.log("rooms-unreachable", { callSid, message: "Sync was too slow" });
  } catch (failure) {
    wiring.log("rooms-unreachable", { callSid, ...describeFailure(failure) });
  }
  return "ring";
}

async function claimAndLook(
  wiring: CallWiring,
  { callSid, home, number, line }: HomeCaller,
): Promise<CallerAdmission> {
  const sync = wiring.sync();
  const now = wiring.now();
  const room: Room = {
    direction: "in",
    state: "ringing",
    at: now.toISOString(),
    ...(number === undefined ? {} : { number }),
    ...(line === undefined ? {} : { line }),
  };
  if (!(await claimRoom(sync, callSid, room))) return { repeated: await readRoom(sync, callSid) };
  const { secondCaller } = home;
  if (secondCaller === "ring") return "ring";
  const mine = { callSid, room };
  const asked = { rooms: await listRooms(sync), secondCaller, now: now.getTime() };
  const admission = admit(mine, asked);
  return admission === "ring" ? admission : lookAgain(wiring, mine, asked);
}
