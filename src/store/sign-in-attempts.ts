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
const MOST_IN_TEN_MINUTES = { asks: 4, tries: 5 } as const;

/** Codes that are really sent in an hour, to all administrators together. */
export const MOST_SENT_IN_AN_HOUR = 30;

/** Only so many attempts are remembered, of numbers that may not sign in: an item holds 16 KiB, and anybody can make them. */
const MOST_REMEMBERED = 60;

/** Somebody asks for a code, or tries one. */
export interface Attempt {
  readonly does: keyof typeof MOST_IN_TEN_MINUTES;
  /** Stands for the telephone: never the number itself, for anybody can type any. */
  readonly who: string;
  /** Whether this telephone may sign in. */
  readonly isKnown: boolean;
  readonly now: Date;
}

/**
 * `held`: it must not be made, and be answered as if it were one of a number that may not sign in, which would by now be forgotten
 * among many others. `lost`: so many came at once that it could not be counted.
 */
export type AttemptCount =
  | { readonly outcome: "counted" | "held" | "lost" }
  | { readonly outcome: "full"; readonly retryAfterSeconds: number };

/**
 * Counts an attempt before it is made, so that never more than the limits allow are made, however many come at once. One that is
 * refused does not count.
 * @throws SyncUnavailable when Sync gives no usable answer
 */
export async function countAttempt(store: Store, attempt: Attempt): Promise<AttemptCount> {
  let freeAt: number | undefined;
  let isHeld = false;
  const now = attempt.now.getTime();
  const target = { map: "console", key: ATTEMPTS_KEY, ttlSeconds: (2 * HOUR_MS) / 1000 } as const;
  const { outcome } = await changeItem(store, target, (current = {}) => {
    const kept = parseEntries(current.recent).filter((entry) => stillCounts(entry, now));
    freeAt = latest(whenFree(kept.slice(0, MOST_REMEMBERED), attempt), whenSendable(kept, attempt));
    if (freeAt !== undefined) return current;
    isHeld = attempt.isKnown && whenFree(kept.filter(isReal), attempt) !== undefined;
    return { recent: withOneMore(kept, isHeld ? { ...attempt, isKnown: false } : attempt) };
  });
  if (outcome === "lost") return { outcome };
  if (freeAt === undefined) return { outcome: isHeld ? "held" : "counted" };
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

/** Made with Verify: none of a number that may not sign in, none that was held. */
const isReal = ({ isKnown }: Entry): boolean => isKnown;

/**
 * When the attempt may be made as far as its own telephone goes, in epoch milliseconds; undefined: now. While so many codes were
 * tried, Verify sends no new one either. Newest entries first.
 */
function whenFree(entries: readonly Entry[], { does, who, now }: Attempt): number | undefined {
  const own = entries.filter((entry) => entry.who === who && now.getTime() - entry.at < WINDOW_MS);
  const limits = does === "asks" ? (["asks", "tries"] as const) : (["tries"] as const);
  const full = limits.map((limit) => {
    const oldest = own.filter((entry) => entry.does === limit)[MOST_IN_TEN_MINUTES[limit] - 1];
    return oldest && oldest.at + WINDOW_MS;
  });
  return latest(...full);
}

/** The same as far as codes for all together go. */
function whenSendable(entries: readonly Entry[], { does }: Attempt): number | undefined {
  const sent = entries.filter((entry) => entry.does === "asks" && isReal(entry))[MOST_SENT_IN_AN_HOUR - 1];
  return does === "asks" && sent !== undefined ? sent.at + HOUR_MS : undefined;
}

function latest(...instants: readonly (number | undefined)[]): number | undefined {
  const known = instants.filter((instant) => instant !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
}

function withOneMore(kept: readonly Entry[], { does, who, isKnown, now }: Attempt): readonly Entry[] {
  const all = [{ who, does, isKnown, at: now.getTime() }, ...kept];
  return all.filter((entry, place) => isReal(entry) || place < MOST_REMEMBERED);
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
