import { type LeftOver, undoWrites } from "./undo-writes";
import { type EntryWrite, type MapWriting, writeEntry } from "./write-entry";

/** How writing went. `undone`: as if nothing had been written; `stuck`: but for `left`. */
export type Written =
  | { readonly outcome: "written" }
  | { readonly outcome: "undone"; readonly because: string }
  | { readonly outcome: "stuck"; readonly because: string; readonly left: readonly LeftOver[] };

/** How long work goes on: until the signal says to stop, telling how many are done. */
export interface Going {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, of: number) => void;
}

/**
 * Writes every change of a list that is a map, one after another. When one cannot be made, because Twilio fails, somebody
 * else has edited the entry, or the owner stops it, what was written is put back.
 */
export async function writeChanges(
  writing: MapWriting,
  changes: readonly EntryWrite[],
  { signal, onProgress }: Going,
): Promise<Written> {
  const touched: EntryWrite[] = [];
  for (const change of changes) {
    if (signal.aborted) return undone(writing, touched, "it was stopped");
    touched.push(change);
    try {
      if (!(await writeEntry(writing, change)))
        return undone(writing, touched.slice(0, -1), `somebody else has just written ${change.key}`);
    } catch (failure) {
      return undone(writing, touched, failure instanceof Error ? failure.message : String(failure));
    }
    onProgress(touched.length, changes.length);
  }
  return { outcome: "written" };
}

async function undone(
  writing: MapWriting,
  touched: readonly EntryWrite[],
  because: string,
): Promise<Written> {
  const left = await undoWrites(writing, touched);
  return left.length === 0 ? { outcome: "undone", because } : { outcome: "stuck", because, left };
}
