import type { ProviderName, Reputation } from "../policy/reputation";
import type { E164 } from "../telephony/e164";
import { type Change, changeItem, type Store } from "./change-item";
import { type Count, countInHour } from "./count-in-hour";
import { parseInstant } from "./parse-home-state";

type Data = Readonly<Record<string, unknown>>;
export type Score = Extract<Reputation, { kind: "score" }>;

/** The item of the map `reputation` that counts what is paid for in an hour. */
export const LOOKUPS_KEY = "lookups";

const HOUR_SECONDS = 60 * 60;
const HOUR_MS = HOUR_SECONDS * 1000;
/** @see https://www.twilio.com/docs/sync/objects-ttl */
const LONGEST_TTL_SECONDS = 365 * 24 * HOUR_SECONDS;

/** Whose scores count, for how long, and the instant in epoch milliseconds. */
export interface Sought {
  readonly provider: ProviderName;
  readonly cacheHours: number;
  readonly now: number;
}

/**
 * What is remembered of a number. A score of another provider, or one that is too old, does not count, and that is as it should be;
 * a hand edit that makes no sense does not count either, and is malformed.
 */
export function parseReputation(
  { score, level, provider, at }: Data,
  sought: Sought,
): { readonly reputation: Score | undefined; readonly isMalformed: boolean } {
  const since = parseInstant(at);
  if (!isScore(score) || typeof provider !== "string" || since === undefined || since > sought.now + HOUR_MS)
    return { reputation: undefined, isMalformed: true };
  const counts = provider === sought.provider && sought.now - since < sought.cacheHours * HOUR_MS;
  const reputation: Score = {
    kind: "score",
    score,
    level: typeof level === "string" ? level : "",
    provider: sought.provider,
  };
  return { reputation: counts ? reputation : undefined, isMalformed: false };
}

const isScore = (value: unknown): value is number =>
  typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 1000;

/** A score that was just paid for. */
export interface Found {
  readonly number: E164;
  readonly score: Score;
  readonly cacheHours: number;
  readonly now: Date;
}

/** Remembers a score for as long as it counts. @throws SyncUnavailable when Sync gives no usable answer */
export async function keepReputation(
  store: Store,
  { number, score: { score, level, provider }, cacheHours, now }: Found,
): Promise<Change["outcome"]> {
  if (cacheHours <= 0) return "unchanged";
  const ttlSeconds = Math.min(Math.ceil(cacheHours * HOUR_SECONDS), LONGEST_TTL_SECONDS);
  // It was looked for a moment ago, and what was found, if anything, did not count: mostly nothing is there.
  const target = { map: "reputation", key: number, ttlSeconds, known: { item: undefined } } as const;
  const kept = { score, level, provider, at: now.toISOString() };
  return (await changeItem(store, target, () => kept)).outcome;
}

/**
 * Counts a look-up before it is made, so that never more than `cap` are paid for in an hour of UTC, however many calls come at once.
 * @throws SyncUnavailable when Sync gives no usable answer
 */
export async function countLookup(store: Store, now: Date, cap: number): Promise<Count> {
  return countInHour(store, { map: "reputation", key: LOOKUPS_KEY, cap }, now);
}
