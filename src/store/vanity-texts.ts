import type { E164 } from "../telephony/e164";
import { changeItem, type Store } from "./change-item";
import { type Count, countInHour } from "./count-in-hour";
import { parseInstant } from "./parse-home-state";

type Data = Readonly<Record<string, unknown>>;

const MAP = "vanity";
/** The item that counts the text messages of an hour. */
export const TEXTS_KEY = "texts";
const HOUR_SECONDS = 60 * 60;
const HOUR_MS = HOUR_SECONDS * 1000;

/** Before a number: the item that remembers when it had its text message. The number alone is the key of its spellings. */
export const TEXT_PREFIX = "text-";

/** What a claim found. `had`: the number has had its message of this hour. `lost`: nobody knows. */
export type TextClaim = "claimed" | "had" | "lost";

/**
 * Claims the one text message that a number may have in an hour: of two requests at the same time, a repeated webhook's too,
 * only one gets it. @throws SyncUnavailable when Sync gives no usable answer
 */
export async function claimText(store: Store, number: E164, now: Date): Promise<TextClaim> {
  const target = {
    map: MAP,
    key: TEXT_PREFIX + number,
    ttlSeconds: HOUR_SECONDS,
    known: { item: undefined },
  } as const;
  const { outcome } = await changeItem(store, target, (current) =>
    current !== undefined && !isOver(current, now) ? current : { at: now.toISOString() },
  );
  return ({ written: "claimed", unchanged: "had", lost: "lost" } as const)[outcome];
}

/** Gives a claim back, when nothing was sent for it. @throws SyncUnavailable when Sync gives no usable answer */
export async function releaseText({ sync }: Pick<Store, "sync">, number: E164): Promise<void> {
  await sync.removeItem(MAP, TEXT_PREFIX + number);
}

/** Sync removes what is too old in its own time. What makes no sense, or lies ahead, counts: a message costs money. */
function isOver({ at }: Data, now: Date): boolean {
  const since = parseInstant(at);
  return since !== undefined && now.getTime() - since >= HOUR_MS;
}

/**
 * Counts a text message before it goes out, so that never more than `cap` do in an hour, however many are asked for at once.
 * @throws SyncUnavailable when Sync gives no usable answer
 */
export async function countText(store: Store, now: Date, cap: number): Promise<Count> {
  return countInHour(store, { map: MAP, key: TEXTS_KEY, cap }, now);
}
