import type { DialCallStatus } from "../../telephony/dial-call-status";

/** What Twilio tells of a `<Dial>` that is over, and when. `seconds`: how long the leg of the telephone lasted. */
export interface DialEnd {
  readonly status: DialCallStatus | undefined;
  /** Whether the parties talked; undefined when Twilio does not say. */
  readonly isBridged: boolean | undefined;
  readonly seconds: number;
}

/**
 * Whether caller and callee talked. A status alone does not say so where callees are asked first: what becomes of it when
 * they decline is documented nowhere.
 * @param hasTaken whether a callee is known to have taken the call; `asks`: whether callees are asked
 */
export function wasTaken(
  { status, isBridged }: DialEnd,
  { asks, hasTaken }: { readonly asks: boolean; readonly hasTaken: boolean },
): boolean {
  if (isBridged !== undefined) return isBridged;
  const isTalk = status === "completed" || status === "answered";
  return isTalk && (!asks || hasTaken);
}

/** When a ringing began and ended, and when it was taken, as far as that is known: epoch milliseconds. */
export interface RingTimes {
  readonly began: number;
  readonly ended: number;
  readonly takenAt: number | undefined;
}

/** How long a caller waited and talked, in whole seconds. */
export interface WaitAndTalk {
  readonly waited: number;
  readonly talked: number;
}

/** How a call was spent that was taken: without a note of when, the length of the callee's leg has to do. */
export function spentTaken({ began, ended, takenAt }: RingTimes, { seconds }: DialEnd): WaitAndTalk {
  const total = wholeSeconds(ended - began);
  const talked =
    takenAt === undefined ? Math.min(seconds, total) : Math.min(total, wholeSeconds(ended - takenAt));
  return { waited: total - talked, talked };
}

/** How a call was spent that nobody took. */
export function spentWaiting({ began, ended }: Omit<RingTimes, "takenAt">): WaitAndTalk {
  return { waited: wholeSeconds(ended - began), talked: 0 };
}

function wholeSeconds(ms: number): number {
  return Math.max(0, Math.round(ms / 1000));
}
