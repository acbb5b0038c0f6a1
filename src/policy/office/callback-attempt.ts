import type { CallStatus } from "../../telephony/call-status";
import type { DialCallStatus } from "../../telephony/dial-call-status";
import { type Callback, isDue, MOST_TRIES } from "./callback-queue";

/**
 * The call-back as claimed by the one process that may now place it; `failed` when it was tried often enough; the very same
 * when it is not due. The attempt counts from here on, so that one whose process dies counts, too.
 */
export function claimCallback(callback: Callback, now: Date): Callback {
  if (!isDue(callback, now)) return callback;
  if (callback.tries >= MOST_TRIES) return waitAgain(callback, callback.note ?? NOTES.silent);
  const { tries } = callback;
  return { ...bare(callback), tries: tries + 1, state: "calling", triedAt: now.toISOString() };
}

/** What is learned of an attempt; `attempt` is the moment at which it began. */
export type AttemptNews = {
  readonly attempt: string;
} /** Twilio has accepted the call to the department's telephone. */ & (
  | { readonly kind: "placed"; readonly callSid: string }
  /** Twilio has refused it: nobody was rung. */
  | { readonly kind: "refused"; readonly why: string }
  /** Whoever picked up wants to call now, later, or never. */
  | { readonly kind: "taken"; readonly callSid: string; readonly at: string }
  | { readonly kind: "later" }
  | { readonly kind: "drop" }
  /** The call to the department's telephone is over. */
  | { readonly kind: "phone-ended"; readonly status: CallStatus; readonly at: string }
  /** The caller has picked up. */
  | { readonly kind: "reached" }
  /** Calling the caller is over. */
  | { readonly kind: "dialed"; readonly status: DialCallStatus | undefined }
);

const NOTES = {
  silent: "nothing was heard of the last attempt",
  later: "put off by the department",
  dropped: "dropped by the department",
  hungUp: "picked up, and no key was pressed",
  gotThrough: "called again, and got through",
} as const;

/**
 * The call-back once something is learned of an attempt: the very same for news of an attempt that is over, or that comes
 * again. What is learned twice, late or in another order changes nothing; that the caller was reached is always believed.
 */
export function learnOfAttempt(callback: Callback, news: AttemptNews): Callback {
  if (callback.triedAt !== news.attempt) return callback;
  if (news.kind === "reached" || isReached(news)) return reached(callback);
  if (callback.state !== "calling") return callback;
  switch (news.kind) {
    case "placed":
      return callback.callSid === undefined ? { ...callback, callSid: news.callSid } : callback;
    case "refused":
      return waitAgain({ ...callback, tries: callback.tries - 1 }, news.why);
    case "taken":
      return take(callback, news);
    case "later":
      return waitAgain(callback, NOTES.later);
    case "drop":
      return { ...bare(callback), state: "dropped", note: NOTES.dropped };
    case "phone-ended":
      return endPhone(callback, news);
    case "dialed":
      return waitAgain(callback, `the caller's telephone: ${news.status ?? "not dialled"}`);
  }
}

/** Whether a call holds the attempt: it was told to call now, and no other was. */
export function holdsAttempt(callback: Callback, attempt: string, callSid: string): boolean {
  const { state, triedAt, takenAt } = callback;
  const isTaken = state === "calling" && triedAt === attempt && takenAt !== undefined;
  return isTaken && callback.callSid === callSid;
}

/** The call-back that nobody is to make any more. */
export function dropCallback(callback: Callback, note: string): Callback {
  if (callback.state === "done" || callback.state === "dropped") return callback;
  return { ...bare(callback), state: "dropped", note };
}

/** The call-back of a caller who has called again, and talked with that department: nothing is left to call about. */
export function concludeCallback(callback: Callback, department: string): Callback {
  const isOver = callback.state === "done" || callback.state === "dropped";
  if (isOver || callback.department !== department) return callback;
  return { ...bare(callback), state: "done", note: NOTES.gotThrough };
}

function isReached(news: AttemptNews): boolean {
  return news.kind === "dialed" && (news.status === "completed" || news.status === "answered");
}

function reached(callback: Callback): Callback {
  if (callback.state === "done" || callback.state === "dropped") return callback;
  const { note: _past, ...rest } = callback;
  return { ...rest, state: "done" };
}

/** An attempt has one call: another's key, if ever there were two, moves nothing. */
function take(callback: Callback, { callSid, at }: { callSid: string; at: string }): Callback {
  const isOthers = callback.callSid !== undefined && callback.callSid !== callSid;
  if (isOthers || callback.takenAt !== undefined) return callback;
  return { ...callback, callSid, takenAt: at };
}

/** When it was taken, its Dial is still to tell whether the caller was reached. */
function endPhone(callback: Callback, { status, at }: { status: CallStatus; at: string }): Callback {
  if (callback.takenAt === undefined)
    return waitAgain(callback, status === "completed" ? NOTES.hungUp : `the telephone: ${status}`);
  return callback.endedAt === undefined ? { ...callback, endedAt: at } : callback;
}

function waitAgain(callback: Callback, note: string): Callback {
  return { ...bare(callback), state: callback.tries >= MOST_TRIES ? "failed" : "waiting", note };
}

/** Without what is known of the attempt, but when it began. */
function bare({
  callSid: _call,
  takenAt: _taken,
  endedAt: _ended,
  note: _note,
  ...rest
}: Callback): Callback {
  return rest;
}
