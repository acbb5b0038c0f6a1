import { changeItem, type Store } from "./change-item";

type Data = Readonly<Record<string, unknown>>;

/** The item of the map `console` that counts codes asked for and codes tried. */
export const ATTEMPTS_KEY = "sign-ins";

const MINUTE_MS = 60_000;
const WINDOW_MS = 10 * MINUTE_MS;
const HOUR_MS = 60 * MINUTE_MS;

/**
 * How often one telephone's code may be asked for and tried in ten minutes: no more than Verify lets anybody, who answers the sixth of
 * either with 60203 or 60202. Refused here first, numbers that may sign in are answered as those that may not.
 * @see https://www.twilio.com/docs/api/errors/60203
 * @see https://www.twilio.com/docs/api/errors/60202
 */
export const MOST_IN_TEN_MINUTES = { asks: 4, tries: 5 } as const;

/** Codes that are really sent in an hour, to all administrators together. */
export const MOST_SENT_IN_AN_HOUR = 30;

/** Of numbers that may not sign in only so many attempts are kept: an item holds 16 KiB, and anybody can make them. */
const MOST_STRANGERS_KEPT = 60;

/** Somebody asks for a code, or tries one. */
export interface Attempt {
  readonly does: keyof typeof MOST_IN_TEN_MINUTES;
  /** Stands for the telephone: never the number itself, for anybody can type any. */
  readonly who: string;
  /** Whether this telephone may sign in. */
  readonly isKnown: boolean;
  readonly now: Date;
}

/** `lost`: so many came at once that it could not be counted. */
export type AttemptCount =
  | { readonly outcome: "counted" | "lost" }
  | { readonly outcome: "full"; readonly retryAfterSeconds: number };

/**
 * Counts an attempt before it is made, so that never more than the limits allow are made, however many come at once. One that is
 * refused does not count.
 * @throws SyncUnavailable when Sync gives no usable answer
 */
export async function countAttempt(store: Store, attempt: Attempt): Promise<AttemptCount> {
  let freeAt: number | undefined;
  const now = attempt.now.getTime();
  const target = { map: "console", key: ATTEMPTS_KEY, ttlSeconds: (2 * HOUR_MS) / 1000 } as const;
  const { outcome } = await changeItem(store, target, (current = {}) => {
    const kept = parseEntries(current.recent).filter((entry) => stillCounts(entry, now));
    freeAt = whenFree(kept, attempt);
    return freeAt === undefined ? { recent: withOneMore(kept, attempt) } : current;
  });
  if (outcome === "lost") return { outcome };
  if (freeAt === undefined) return { outcome: "counted" };
  return { outcome: "full", retryAfterSeconds: Math.ceil((freeAt - now) / 1000) };
}

interface Entry {
  readonly who: string;
  readonly does: Attempt["does"];
  readonly isKnown: boolean;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** Codes really sent count for an hour, all else for ten minutes. */
function stillCounts({ does, isKnown, at }: Entry, now: number): boolean {
  return at <= now + MINUTE_MS && now - at < (does === "asks" && isKnown ? HOUR_MS : WINDOW_MS);
}

/**
 * When the attempt may be made, in epoch milliseconds; undefined: now. While so many codes were tried, Verify sends no new one
 * either. Newest entries first.
 */
function whenFree(kept: readonly Entry[], { does, who, now }: Attempt): number | undefined {
  const own = kept.filter((entry) => entry.who === who && now.getTime() - entry.at < WINDOW_MS);
  const limits = does === "asks" ? (["asks", "tries"] as const) : (["tries"] as const);
  const full = limits.flatMap((limit) => {
    const oldest = own.filter((entry) => entry.does === limit)[MOST_IN_TEN_MINUTES[limit] - 1];
    return oldest === undefined ? [] : [oldest.at + WINDOW_MS];
  });
  const sent = kept.filter((entry) => entry.does === "asks" && entry.isKnown)[MOST_SENT_IN_AN_HOUR - 1];
  if (does === "asks" && sent !== undefined) full.push(sent.at + HOUR_MS);
  return full.length === 0 ? undefined : Math.max(...full);
}

function withOneMore(kept: readonly Entry[], { does, who, isKnown, now }: Attempt): readonly Entry[] {
  const all = [{ who, does, isKnown, at: now.getTime() }, ...kept];
  const strangers = all.filter((entry) => !entry.isKnown);
  const forgotten = new Set(strangers.slice(MOST_STRANGERS_KEPT));
  return all.filter((entry) => !forgotten.has(entry));
}

/** A hand edit that makes no sense is left out. */
function parseEntries(value: unknown): Entry[] {
  return (Array.isArray(value) ? value : []).flatMap((entry: unknown) => {
    if (typeof entry !== "object" || entry === null) return [];
    const { who, does, isKnown, at }: Data = { ...entry };
    const isRead = typeof who === "string" && (does === "asks" || does === "tries") && typeof at === "number";
    return isRead ? [{ who, does, isKnown: isKnown === true, at }] : [];
  });
}
