import type { DialCallStatus } from "../../telephony/dial-call-status";
import type { Disposition } from "../call-log";

/** What the flow knows of a call from the home's phone when it ends. */
export interface EndOfOutgoing {
  /** What authorizing answered; undefined when it did not. */
  readonly action: string | undefined;
  readonly dialCallStatus: DialCallStatus | undefined;
  readonly isBridgedToOwner: boolean;
}

/** The disposition of a call from the home's phone; `abandoned`: whoever was called did not answer, or it was hung up first. */
export function outgoingDisposition({
  action,
  dialCallStatus,
  isBridgedToOwner,
}: EndOfOutgoing): Disposition {
  if (isBridgedToOwner || isTalkedWith(dialCallStatus)) return "connected";
  if (action === "refuse") return "message";
  return action === undefined || dialCallStatus === "failed" ? "error" : "abandoned";
}

/**
 * The seconds to take off the budget: none for a call that was not answered; undefined when nobody knows, and what was
 * granted stays taken.
 */
export function secondsToSettle(
  dialCallStatus: DialCallStatus | undefined,
  talked: number | undefined,
): number | undefined {
  if (dialCallStatus === undefined) return undefined;
  return isTalkedWith(dialCallStatus) ? talked : 0;
}

function isTalkedWith(status: DialCallStatus | undefined): boolean {
  return status === "completed" || status === "answered";
}
