/** A call on the budget of a day, in seconds: what it was granted, and, once it is over, what it took. */
export interface UsedCall {
  readonly granted: number;
  readonly seconds?: number;
}

/** What the calls of one day have taken, by their SIDs; `earlier`: of calls that are no longer told apart, in seconds. */
export interface Usage {
  readonly calls: Readonly<Record<string, UsedCall>>;
  readonly earlier: number;
}

/** Before the first call of a day. */
export const NO_USAGE: Usage = { calls: {}, earlier: 0 };

/** How long calls may be, in seconds; `day`: all calls of a day together, Infinity where they are not limited. */
export interface CallBudget {
  readonly call: number;
  readonly day: number;
}

/** With less there is no time to say why one calls. */
const SHORTEST_SECONDS = 30;
/** A Sync item holds 16 KiB: with more calls than these, those that are over are only added up. */
const CALLS_KEPT = 60;

/**
 * Grants a call what is left of its day, and at most what one call may take; 0 when that is too little. What was granted
 * stays reserved until the call is over, so that two handsets together never get more than the day has, and a call whose
 * end nobody hears of counts in full. A call that asks again gets what it got.
 */
export function grantCall(
  usage: Usage,
  callSid: string,
  { call, day }: CallBudget,
): { readonly usage: Usage; readonly granted: number } {
  const known = usage.calls[callSid];
  if (known !== undefined) return { usage, granted: known.granted };
  const granted = Math.min(call, day - secondsUsed(usage));
  if (granted < SHORTEST_SECONDS) return { usage, granted: 0 };
  const { calls, earlier } = compact(usage);
  return { usage: { calls: { ...calls, [callSid]: { granted } }, earlier }, granted };
}

/** Puts what a call really took in the place of what it was granted, once; a call that was granted nothing counts nothing. */
export function settleCall(usage: Usage, callSid: string, seconds: number): Usage {
  const known = usage.calls[callSid];
  if (known === undefined || known.seconds !== undefined) return usage;
  return { ...usage, calls: { ...usage.calls, [callSid]: { ...known, seconds } } };
}

/** What a day's calls have taken or may yet take, in seconds. */
export function secondsUsed({ calls, earlier }: Usage): number {
  return Object.values(calls).reduce((sum, { granted, seconds = granted }) => sum + seconds, earlier);
}

function compact(usage: Usage): Usage {
  const all = Object.entries(usage.calls);
  if (all.length < CALLS_KEPT) return usage;
  const open = Object.fromEntries(all.filter(([, { seconds }]) => seconds === undefined));
  return { calls: open, earlier: secondsUsed(usage) - secondsUsed({ calls: open, earlier: 0 }) };
}
