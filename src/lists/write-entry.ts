import { isDeepStrictEqual } from "node:util";
import {
  createMapItem,
  fetchMapItem,
  type MapItem,
  removeMapItem,
  updateMapItem,
} from "../account/sync-items";
import { bytesOf, type KeptEntry } from "./entry-change";
import type { Data } from "./list-definition";
import type { ListPlace } from "./list-place";
import type { Pace } from "./pace";
import { secondsLeft } from "./time-left";

/** A list that is a map, and how to write to it. */
export interface MapWriting extends ListPlace {
  readonly map: string;
  readonly pace: Pace;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** One write: what was there when it was decided on, and what shall be there. */
export interface EntryWrite {
  readonly key: string;
  readonly before: KeptEntry | undefined;
  readonly after: Data | undefined;
}

/**
 * Writes one entry, unless it is no longer as it was: then nothing is written, and the answer is false. When a removed
 * entry that was to expire is made again, it expires at the same time.
 * @throws AccountFailure; then the entry may or may not have been written
 */
export async function writeEntry(
  writing: MapWriting,
  { key, before, after }: EntryWrite,
  expires?: string,
): Promise<boolean> {
  const { account, pace, map } = writing;
  await pace.turn(map, after === undefined ? 0 : bytesOf(after));
  const condition = before === undefined ? {} : { revision: before.revision };
  if (after === undefined) return removeMapItem(account, writing, { key, ...condition });
  const ttlSeconds = secondsLeft(expires, writing.now()) ?? 1;
  const written = await (before === undefined
    ? createMapItem(account, writing, { key, data: after, ttlSeconds })
    : updateMapItem(account, writing, { key, data: after, ...condition }));
  return written !== undefined || (await isAlready(writing, key, after));
}

/** A write whose answer was lost is made again, and then refused for its own sake. */
async function isAlready(writing: MapWriting, key: string, after: Data): Promise<boolean> {
  const found: MapItem | undefined = await fetchMapItem(writing.account, writing, key);
  return isDeepStrictEqual(found?.data, after);
}
