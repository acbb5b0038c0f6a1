const MINUTE_MS = 60 * 1000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** So many wrong tries, whoever made them, lock the owner's options; and no call has more. */
export const TRIES = 3;
const FIRST_LOCK_MS = 15 * MINUTE_MS;
const LONGEST_LOCK_MS = DAY_MS;
/** As many as Twilio could still deliver twice, and some. */
const SEEN_KEPT = 12;

/** How a try ended; `open`: it was counted, and nobody has told yet. */
export type TryResult = "open" | "right" | "wrong";

/** A try of a call, by `CallSid:attempt`. */
export interface SeenTry {
  readonly mark: string;
  readonly result: TryResult;
}

/** What is remembered of tries at the owner's PIN. Instants are epoch milliseconds. */
export interface PinAttempts {
  /** Wrong ones, and those in hand, since the last right one or lock-out. */
  readonly tries: number;
  /** Lock-outs that still make the next one longer. */
  readonly lockouts: number;
  readonly lockedUntil?: number;
  readonly lastTry?: number;
  readonly seen: readonly SeenTry[];
}

/** One try of one call. */
export interface PinTry {
  readonly callSid: string;
  /** 1 for the first of the call. */
  readonly attempt: number;
}

/** `reserved`: it may be compared now, once; the others may not be. `isLast`: unless it is right, all is locked. */
export interface Reservation {
  readonly outcome: "reserved" | "locked" | TryResult;
  readonly isLast: boolean;
}

interface Reserving {
  /** The very same when nothing was counted. */
  readonly attempts: PinAttempts;
  readonly reservation: Reservation;
}

/**
 * Counts a try as wrong before anybody compares it, so that tries at the same moment never get more than three guesses
 * between them; the third locks at once. A try that was seen before is not compared again, for its webhook was delivered
 * twice. @param at epoch milliseconds
 */
export function reserveTry(current: PinAttempts, pinTry: PinTry, at: number): Reserving {
  const known = resultOf(current, pinTry);
  if (known !== undefined) return refuse(current, known);
  if (isLocked(current, at) || isSpent(current, pinTry)) return refuse(current, "locked");
  const before = afterQuiet(current, at);
  const tries = before.tries + 1;
  const seen = [...before.seen, { mark: markOf(pinTry), result: "open" as const }].slice(-SEEN_KEPT);
  const counted = { ...before, tries, lastTry: at, seen };
  const isLast = tries >= TRIES;
  return { attempts: isLast ? lock(counted, at) : counted, reservation: { outcome: "reserved", isLast } };
}

function refuse(attempts: PinAttempts, outcome: Reservation["outcome"]): Reserving {
  return { attempts, reservation: { outcome, isLast: false } };
}

/** What is remembered once a reserved try was compared. A right one takes back the lock that counting it brought. */
export function settleTry(current: PinAttempts, pinTry: PinTry, isRight: boolean): PinAttempts {
  const mark = markOf(pinTry);
  const result = isRight ? "right" : "wrong";
  const seen = current.seen.map((each) => (each.mark === mark ? ({ mark, result } as const) : each));
  if (!isRight) return { ...current, seen };
  const { lockedUntil, ...unlocked } = current;
  const lockouts = Math.max(0, current.lockouts - (lockedUntil === undefined ? 0 : 1));
  return { ...unlocked, tries: 0, lockouts, seen };
}

/** How a try ended that was counted; undefined for one that was not. */
export function resultOf({ seen }: PinAttempts, pinTry: PinTry): TryResult | undefined {
  return seen.find(({ mark }) => mark === markOf(pinTry))?.result;
}

/** Whether nobody may try now. */
function isLocked({ lockedUntil }: PinAttempts, at: number): boolean {
  return lockedUntil !== undefined && at < lockedUntil;
}

/** Whether a call has had its tries, also when others have been right since. */
function isSpent({ seen }: PinAttempts, { callSid, attempt }: PinTry): boolean {
  return attempt > TRIES || seen.filter(({ mark }) => mark.startsWith(`${callSid}:`)).length >= TRIES;
}

/** Without the lock that is over, and with one lock-out less for each whole day since without a try. */
function afterQuiet({ lockedUntil, ...current }: PinAttempts, at: number): PinAttempts {
  const since = Math.max(current.lastTry ?? at, lockedUntil ?? 0);
  const days = Math.max(0, Math.floor((at - since) / DAY_MS));
  const tries = lockedUntil === undefined ? current.tries : 0;
  return { ...current, tries, lockouts: Math.max(0, current.lockouts - days) };
}

function lock(attempts: PinAttempts, at: number): PinAttempts {
  const { lockouts } = attempts;
  const duration = Math.min(FIRST_LOCK_MS * 2 ** Math.min(lockouts, 10), LONGEST_LOCK_MS);
  return { ...attempts, lockouts: lockouts + 1, lockedUntil: at + duration };
}

function markOf({ callSid, attempt }: PinTry): string {
  return `${callSid}:${attempt}`;
}
