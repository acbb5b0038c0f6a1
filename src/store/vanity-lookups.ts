import { isVanityNumber, type VanityNumber } from "../telephony/read-vanity-number";
import type { LookupOrigin, RecentLookup } from "../vanity/recent-lookup";
import { changeItem, type Store } from "./change-item";
import { parseInstant } from "./parse-home-state";
import { SyncUnavailable } from "./sync-gateway";

type Data = Readonly<Record<string, unknown>>;

/** The item of the map `vanity` that counts look-ups and remembers the latest. */
export const LOOKUPS_KEY = "lookups";

/** A look-up that is about to be answered. */
export interface Lookup {
  readonly number: VanityNumber;
  readonly by: LookupOrigin;
  readonly now: Date;
  /** How many may be made in a minute, of all that count; left out: this one does not count, it is only remembered. */
  readonly perMinute?: number;
}

/** `full`: no more in this minute. `lost`: so many came at once that it could not be counted. */
export type LookupCount = "counted" | "full" | "lost";

const MINUTE_MS = 60_000;
const DAY_SECONDS = 24 * 60 * 60;
/** As long as spellings are kept. */
const KEPT_DAYS = 90;
/** Some 70 bytes each, of the 16 KiB that an item may have. @see https://www.twilio.com/docs/sync/limits */
const MOST_KEPT = 50;

/**
 * Counts a look-up and remembers it, in one write, so that never more than `perMinute` are answered in a minute, however many come
 * at once. One that is refused is not remembered.
 * @throws SyncUnavailable when Sync gives no usable answer, or gives it too late
 */
export async function recordLookup(store: Store, lookup: Lookup): Promise<LookupCount> {
  let readings = 0;
  const target = { map: "vanity", key: LOOKUPS_KEY, ttlSeconds: KEPT_DAYS * DAY_SECONDS } as const;
  const { outcome } = await changeItem(store, target, (current = {}) => {
    readings += 1;
    return record(current, lookup);
  });
  // Nobody was faster, or it would have been read again.
  if (outcome === "lost" && readings < 2) throw new SyncUnavailable(undefined);
  return COUNTS[outcome];
}

const COUNTS = { written: "counted", unchanged: "full", lost: "lost" } as const;

/** The latest look-ups, newest first. @throws SyncUnavailable when Sync gives no usable answer */
export async function readRecentLookups({ sync }: Pick<Store, "sync">, now: Date): Promise<RecentLookup[]> {
  const item = await sync.readItem("vanity", LOOKUPS_KEY);
  return parseRecent(item?.data.recent, now);
}

/** Gives back the very data when the minute is full. */
function record(current: Data, { number, by, now, perMinute }: Lookup): Data {
  const minute = laterMinute(current.minute, now);
  const count = current.minute === minute ? parseCount(current.count) : 0;
  if (perMinute !== undefined && count >= perMinute) return current;
  const recent = [{ number, at: now.toISOString(), by }, ...parseRecent(current.recent, now)];
  return {
    minute,
    count: perMinute === undefined ? count : count + 1,
    recent: recent.slice(0, MOST_KEPT),
  };
}

/** Of two Functions whose clocks differ at the turn of a minute neither begins the earlier minute anew. */
function laterMinute(counted: unknown, now: Date): string {
  const next = minuteOf(now.getTime() + MINUTE_MS);
  return counted === next ? next : minuteOf(now.getTime());
}

/** `2026-01-05T15:04`, as it stands in the item. */
const minuteOf = (instant: number): string => new Date(instant).toISOString().slice(0, 16);

function parseCount(value: unknown): number {
  return typeof value === "number" && Number.isInteger(value) && value > 0 ? value : 0;
}

/** What a hand edit has made senseless, and what is too old, is left out. */
function parseRecent(value: unknown, now: Date): RecentLookup[] {
  const oldest = now.getTime() - KEPT_DAYS * DAY_SECONDS * 1000;
  return (Array.isArray(value) ? value : []).flatMap((entry: unknown) => {
    const lookup = parseLookup(entry);
    return lookup !== undefined && Date.parse(lookup.at) >= oldest ? [lookup] : [];
  });
}

function parseLookup(entry: unknown): RecentLookup | undefined {
  if (typeof entry !== "object" || entry === null) return undefined;
  const { number, at, by }: Data = { ...entry };
  const instant = parseInstant(at);
  if (typeof number !== "string" || !isVanityNumber(number) || instant === undefined) return undefined;
  if (by !== "web" && by !== "phone") return undefined;
  return { number, at: new Date(instant).toISOString(), by };
}
