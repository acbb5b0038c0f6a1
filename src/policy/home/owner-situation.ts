import type { E164 } from "../../telephony/e164";
import type { CallSid } from "../../telephony/sids";
import type { OfficeMode } from "../office/office-state";
import type { Home } from "./home";
import type { Room } from "./room";
import { isInUse } from "./room-waiting";

/** A call that somebody at the home's phone is having: the SID is the caller's. */
export interface CallInProgress {
  readonly callSid: CallSid;
  readonly room: Room;
}

/** What the owner's options depend on. */
export interface OwnerSituation {
  /** The parts that the policy has: only their options are there. */
  readonly parts: readonly OwnerPart[];
  /** The call in progress that began last; undefined when there is none. */
  readonly call: CallInProgress | undefined;
  readonly monitoring: Home["monitoring"];
  /** ISO 3166 code: as people there write them, numbers are spoken. */
  readonly country: string;
  /** Whether the owner has paused the phone. */
  readonly isPaused: boolean;
  /** Undefined when nobody was, or nobody with a number. */
  readonly lastRefused: E164 | undefined;
  readonly lastCaller: E164 | undefined;
  /** How the office's switch stands. */
  readonly officeMode: OfficeMode;
  /** What of it could not be read: then nothing that depends on it is done. */
  readonly unreadable: readonly OwnerFactName[];
}

/** What options belong to: the children's phone, or the office. */
export const OWNER_PARTS = ["home", "office"] as const;
export type OwnerPart = (typeof OWNER_PARTS)[number];

export const OWNER_FACTS = ["call", "isPaused", "lastRefused", "lastCaller", "officeMode"] as const;
export type OwnerFactName = (typeof OWNER_FACTS)[number];

/**
 * Of all calls with the home's phone the one in progress that began last, but for the owner's own. One whose end was
 * never told counts as long as a call can last.
 * @param now epoch milliseconds
 */
export function callInProgress(
  calls: readonly CallInProgress[],
  ownCall: CallSid,
  now: number,
): CallInProgress | undefined {
  return calls
    .filter(({ callSid, room }) => callSid !== ownCall && room.state === "talking" && isInUse(room, now))
    .sort((a, b) => a.room.at.localeCompare(b.room.at))
    .at(-1);
}
