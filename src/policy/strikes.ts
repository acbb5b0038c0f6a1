import type { StrikesPolicy } from "./line";

/** What the graylist keeps of a number that was challenged. `seen` holds the last ten `CallSid:step`. */
export interface Strikes {
  /** Challenges asked and not answered. */
  readonly unanswered: number;
  /** Calls in a row that ended with a wrong answer. */
  readonly failed: number;
  readonly lastCall: string;
  readonly seen: readonly string[];
}

/** What happened to a challenge. `heard`: it was answered by a spoken name, of which nobody has said whether it will do. */
export type ChallengeStep = "asked" | "heard" | "right" | "wrong";

/** One step of one call, at an ISO 8601 instant. */
export interface StepOfCall {
  readonly callSid: string;
  readonly step: ChallengeStep;
  readonly at: string;
}

const CLEAN: Strikes = { unanswered: 0, failed: 0, lastCall: "", seen: [] };
const SEEN_KEPT = 10;

/**
 * The strikes after a step. Asking counts as unanswered until an answer takes it back, so that a hang-up at any moment
 * counts. A step that was seen before changes nothing, nor does an asking that comes after its answer: Twilio may deliver
 * a webhook twice, and a write may be late.
 */
export function countStep(current: Strikes | undefined, { callSid, step, at }: StepOfCall): Strikes {
  const strikes = current ?? CLEAN;
  const mark = markOf(callSid, step);
  if (strikes.seen.includes(mark) || (step === "asked" && isAnswered(strikes, callSid))) return strikes;
  const seen = [...strikes.seen, mark].slice(-SEEN_KEPT);
  return { ...counted(strikes, callSid, step), lastCall: at, seen };
}

/** The strikes as if this call had not been asked: a webhook delivered twice must not count against itself. */
export function strikesBefore(strikes: Strikes, callSid: string): Strikes {
  const isAsked = strikes.seen.includes(markOf(callSid, "asked"));
  return isAsked && !isAnswered(strikes, callSid)
    ? { ...strikes, unanswered: Math.max(0, strikes.unanswered - 1) }
    : strikes;
}

const ANSWERS = ["heard", "right", "wrong"] as const;

const isAnswered = ({ seen }: Strikes, callSid: string): boolean =>
  ANSWERS.some((step) => seen.includes(markOf(callSid, step)));

const markOf = (callSid: string, step: ChallengeStep): string => `${callSid}:${step}`;

function counted(strikes: Strikes, callSid: string, step: ChallengeStep) {
  const { unanswered, failed } = strikes;
  switch (step) {
    case "asked":
      return { unanswered: unanswered + 1, failed };
    case "right":
      return { unanswered: 0, failed: 0 };
    case "heard":
      return { unanswered: withoutThis(strikes, callSid), failed };
    case "wrong":
      return { unanswered: withoutThis(strikes, callSid), failed: failed + 1 };
  }
}

function withoutThis(strikes: Strikes, callSid: string): number {
  return strikes.unanswered - (mayBeCounted(strikes, callSid) ? 1 : 0);
}

/**
 * Whether there is a strike of this call to take back: not when its asking was lost and never counted. Once as many
 * steps as are kept have passed, nobody knows; then the caller gets the benefit of the doubt.
 */
function mayBeCounted({ unanswered, seen }: Strikes, callSid: string): boolean {
  return unanswered > 0 && (seen.length >= SEEN_KEPT || seen.includes(markOf(callSid, "asked")));
}

/** Whether so many wrong answers lock a caller out; a limit of 0 never does. */
export function isLockedByFailures(failed: number, limits: StrikesPolicy): boolean {
  return reaches(failed, limits.failed);
}

/** Why a caller is locked out, in words; undefined for who is not. */
export function lockedBecause(strikes: Strikes | undefined, limits: StrikesPolicy): string | undefined {
  if (strikes === undefined) return undefined;
  if (reaches(strikes.failed, limits.failed)) return `${strikes.failed} wrong answers in a row`;
  if (reaches(strikes.unanswered, limits.unanswered)) return `${strikes.unanswered} unanswered challenges`;
  return undefined;
}

const reaches = (count: number, limit: number): boolean => limit > 0 && count >= limit;
