import type { E164 } from "../telephony/e164";
import type { Spelling } from "../vanity/spelling";
import { type Change, changeItem, type Store } from "./change-item";
import { parseSpelling } from "./parse-spelling";
import type { SyncGateway, SyncItem } from "./sync-gateway";

const MAP = "vanity";
const TTL_SECONDS = 90 * 24 * 60 * 60;
/** What is kept of a number. */
export const SPELLINGS_KEPT = 5;

type Data = Readonly<Record<string, unknown>>;

/** What is kept under a number. */
export interface KeptSpellings {
  /** As many as are kept; none where nothing is, or what is there makes no sense. */
  readonly results: readonly Spelling[];
  /** Which words, and which of our rules, they come from. */
  readonly by: string;
  /** The item itself, for a change that follows. */
  readonly item: SyncItem | undefined;
}

/** The spellings that are kept of a number. @throws SyncUnavailable when Sync gives no usable answer */
export async function readSpellings(sync: SyncGateway, number: E164): Promise<KeptSpellings> {
  const item = await sync.readItem(MAP, number);
  const by = item?.data.by;
  return {
    results: parseResults(item?.data, number),
    by: typeof by === "string" ? by : "",
    item,
  };
}

/** Spellings that were just found. */
export interface FoundSpellings {
  readonly number: E164;
  readonly results: readonly Spelling[];
  readonly by: string;
  readonly now: Date;
  /** What was there a moment ago. */
  readonly item: SyncItem | undefined;
}

/** Keeps the best spellings of a number. Another call may have been faster. @throws SyncUnavailable */
export async function keepSpellings(store: Store, found: FoundSpellings): Promise<Change["outcome"]> {
  const { number, by, now, item } = found;
  const target = { map: MAP, key: number, ttlSeconds: TTL_SECONDS, known: { item } } as const;
  const kept = { results: found.results.slice(0, SPELLINGS_KEPT), at: now.toISOString(), by };
  const { outcome } = await changeItem(store, target, (current) =>
    current?.by === by && parseResults(current, number).length > 0 ? current : kept,
  );
  return outcome;
}

/** The spellings in an item; none where what is there makes no sense. */
export function parseResults(data: Data | undefined, number: E164): readonly Spelling[] {
  const results: unknown = data?.results;
  if (!Array.isArray(results) || results.length !== SPELLINGS_KEPT) return [];
  const parsed = results.map((each: unknown) => parseSpelling(each, number.slice(1)));
  return parsed.every((each) => each !== undefined) && areDistinct(parsed) ? parsed : [];
}

function areDistinct(results: readonly Spelling[]): boolean {
  return new Set(results.map(({ spelling }) => spelling)).size === results.length;
}
