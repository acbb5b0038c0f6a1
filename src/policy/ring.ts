import type { Caller } from "../telephony/caller";
import type { E164 } from "../telephony/e164";
import type { Line } from "./line";
import type { Verdict } from "./verdict";

/**
 * Why a call must not ring that number: it would come back to the line, or to the caller, and go round in circles.
 * Undefined when it may.
 */
export function loopOf(to: E164, line: Line, caller: Caller): string | undefined {
  if (to === line.number) return "that would ring the line itself";
  if (caller.kind === "number" && to === caller.number) return "that would ring the caller";
  return undefined;
}

/**
 * The number shown on the phone that rings: the caller's own, so that the owner sees who it is; ours for everybody who
 * has none to show, because networks refuse calls from invalid numbers.
 * @see https://www.twilio.com/docs/api/errors/13214
 */
export function callerIdFor(caller: Caller, line: Line): E164 {
  return caller.kind === "number" ? caller.number : line.number;
}

/** Rings what the line rings. A caller for whom that would go round in circles leaves a message. */
export function ringLine(line: Line, caller: Caller, reason: string): Verdict {
  const { to } = line.ring;
  if (to === "home") return { action: "household", reason };
  const loop = loopOf(to, line, caller);
  return loop === undefined
    ? { action: "connect", to, reason }
    : { action: "voicemail", reason: `${reason}, but ${loop}` };
}
