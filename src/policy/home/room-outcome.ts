import type { HomeOutcome } from "../../telephony/home-outcome";
import type { Room } from "./room";

/**
 * What became of a caller who is back in the flow, or has hung up. A reason says that the phone was not answered, also
 * when a callback had it that it was.
 * @param room as it was found; undefined when nothing was written down
 */
export function outcomeOf(room: Room | undefined, isOnLine: boolean): HomeOutcome {
  if (room === undefined) return "unknown";
  if (room.reason !== undefined) return "unanswered";
  if (room.isAnswered) return "answered";
  return isOnLine ? "unanswered" : "abandoned";
}

/** Whether the caller is still there, and has not talked to anybody. */
export function mayLeaveMessage(outcome: HomeOutcome, isOnLine: boolean): boolean {
  return isOnLine && outcome !== "answered";
}
