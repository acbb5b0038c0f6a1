/** What the Function needs after it: for remembering the score and for writing down the call. */
const SPARE_MS = 700;

/** The longest that a caller waits until his score is remembered; a Function is frozen when it has answered. */
export const KEEPING_MS = 250;

/** The real milliseconds for finding out about a caller; 0 when there is no time for it. */
export function assessmentBudget(timeoutMs: number, timeLeftMs: number): number {
  return Math.max(0, Math.min(timeoutMs, timeLeftMs - SPARE_MS));
}
