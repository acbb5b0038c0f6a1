import { isDeepStrictEqual } from "node:util";
import { fetchMapItem } from "../account/sync-items";
import { isData } from "./read-entry";
import { type EntryWrite, type MapWriting, writeEntry } from "./write-entry";

/** An entry that could not be put back, and how it stands. */
export interface LeftOver {
  readonly key: string;
  readonly state: string;
}

/** After so many failures in a row nobody waits for the others to fail, too: each takes seconds. */
const HOPELESS = 3;

/**
 * Puts entries back as they were, the last one first; those that somebody else has changed since are left alone.
 * @returns those that are not as they were, and how they stand
 */
export async function undoWrites(writing: MapWriting, touched: readonly EntryWrite[]): Promise<LeftOver[]> {
  const left: LeftOver[] = [];
  let failures = 0;
  for (const write of [...touched].reverse()) {
    try {
      const state = failures < HOPELESS ? await undoWrite(writing, write) : describe(write, "not put back");
      if (state !== undefined) left.push({ key: write.key, state });
      if (failures < HOPELESS) failures = 0;
    } catch (failure) {
      failures += 1;
      const why = failure instanceof Error ? failure.message : String(failure);
      left.push({ key: write.key, state: describe(write, why) });
    }
  }
  return left.reverse();
}

/** How the entry stands when it is not as it was. Whether the write took effect is seen from what is there. */
async function undoWrite(
  writing: MapWriting,
  { key, before, after }: EntryWrite,
): Promise<string | undefined> {
  const now = await fetchMapItem(writing.account, writing, key);
  if (isDeepStrictEqual(now?.data, before?.data)) return undefined;
  if (!isDeepStrictEqual(now?.data, after)) return CHANGED;
  const previous = isData(before?.data) ? before.data : undefined;
  const isBack = await writeEntry(writing, { key, before: now, after: previous }, before?.expires);
  return isBack ? undefined : CHANGED;
}

const CHANGED = "somebody else has changed it since, and it is as they left it";

/** Only the last write, whose answer never came, and an undoing that failed leave any doubt. */
function describe({ before, after }: EntryWrite, why: string): string {
  const now = after === undefined ? "removed" : before === undefined ? "new" : "changed";
  return `${now}, unless its last write never arrived (${why})`;
}
