import type { E164 } from "../../telephony/e164";

/**
 * Where a call-back stands. `calling`: a telephone of its department rings, or whoever picked up talks. `failed`: nobody
 * took it, time after time. `dropped`: somebody of the office wants none.
 */
export const CALLBACK_STATES = ["waiting", "calling", "done", "failed", "dropped"] as const;
export type CallbackState = (typeof CALLBACK_STATES)[number];

/** A caller's wish to be called back, kept under the caller's number. Instants are ISO 8601 texts. */
export interface Callback {
  /** Our number, which the caller had called, and sees again. */
  readonly line: E164;
  /** The department's id in the policy. */
  readonly department: string;
  readonly askedAt: string;
  /** How many attempts have begun. */
  readonly tries: number;
  readonly state: CallbackState;
  /** When the last attempt began. No two attempts of a call-back begin at one moment: it is the attempt's name. */
  readonly triedAt?: string;
  /** The attempt's call to a telephone of the department. */
  readonly callSid?: string;
  /** When whoever picked up agreed to call now. */
  readonly takenAt?: string;
  /** When that call was over, and nobody had told yet how the caller's was. */
  readonly endedAt?: string;
  /** What became of the last attempt, for whoever looks. */
  readonly note?: string;
}

/** A call-back and the number that it is for. */
export interface QueuedCallback {
  readonly number: E164;
  readonly callback: Callback;
}

export const MOST_TRIES = 5;
/** After the first attempt; after each further one twice as long, so that all five span more than a lunch hour. */
const PAUSE_MS = 10 * 60_000;
/** The longest call (four hours), and a while. */
const LONGEST_TALK_MS = 4.25 * 60 * 60_000;

/** The call-back of a caller who asks for one. Who waits already keeps the place. */
export function askCallback(
  current: Callback | undefined,
  wish: Pick<Callback, "line" | "department">,
  now: Date,
): Callback {
  if (current?.state === "waiting" || current?.state === "calling") return current;
  return { ...wish, askedAt: now.toISOString(), tries: 0, state: "waiting" };
}

/**
 * Whether an attempt may begin: ten minutes after the first began, twenty after the second, and so on. One that nobody has
 * told the end of is given up after ten minutes, for whoever made it is dead; one that was taken not before the longest
 * call is over.
 */
export function isDue(callback: Callback, now: Date): boolean {
  const { state, tries, triedAt, takenAt, endedAt } = callback;
  if (state === "waiting") return isOlder(triedAt, pauseAfter(tries), now);
  if (state !== "calling") return false;
  const isInTalk = takenAt !== undefined && endedAt === undefined;
  return isInTalk ? isOlder(takenAt, LONGEST_TALK_MS, now) : isOlder(endedAt ?? triedAt, PAUSE_MS, now);
}

/** The call-backs that are due, those first who asked first. */
export function dueCallbacks(queue: readonly QueuedCallback[], now: Date): QueuedCallback[] {
  return queue
    .filter(({ callback }) => isDue(callback, now))
    .sort((a, b) => a.callback.askedAt.localeCompare(b.callback.askedAt));
}

/** The departments that are busy with a call-back. */
export function busyDepartments(queue: readonly QueuedCallback[], now: Date): Set<string> {
  const isBusy = ({ callback }: QueuedCallback) => callback.state === "calling" && !isDue(callback, now);
  return new Set(queue.filter(isBusy).map(({ callback }) => callback.department));
}

const pauseAfter = (tries: number): number => PAUSE_MS * 2 ** Math.max(0, Math.min(tries, MOST_TRIES) - 1);

/** What was never tried, and a time that a hand edit made senseless, is old. */
function isOlder(at: string | undefined, ms: number, now: Date): boolean {
  const age = now.getTime() - Date.parse(at ?? "");
  return Number.isNaN(age) || age >= ms;
}
