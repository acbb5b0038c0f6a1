import { isAddressable } from "../account/sync-items";
import { formatFound, type Problem } from "../config/problem";
import { dropRepetitions } from "./drop-repetitions";
import {
  bytesOf,
  changedDocument,
  type EntryChange,
  type KeptEntry,
  MAX_DATA_BYTES,
  type Repetition,
  removal,
} from "./entry-change";
import type { ListDefinition } from "./list-definition";
import type { ParsedRows, Source } from "./parse-rows";
import { planEntry } from "./plan-entry";

/** What writing the wanted entries would do. With any problem, nothing may be written. */
export interface Plan {
  readonly changes: readonly EntryChange[];
  readonly repetitions: readonly Repetition[];
  readonly problems: readonly Problem[];
}

/** What is wanted and what is there; `isWhole`: entries that are not wanted go. */
export interface Wish {
  readonly wanted: ParsedRows;
  readonly kept: readonly KeptEntry[];
  readonly isWhole: boolean;
}

/** Compares what is wanted with what is there. */
export function planChanges(
  definition: ListDefinition,
  { wanted, kept, isWhole }: Wish,
  source: Source,
): Plan {
  const { entries, repetitions, problems } = dropRepetitions(definition, wanted, source.file);
  const byMeaning = keptByMeaning(definition, kept);
  const planned = entries.map((entry) =>
    planEntry(definition, { entry, before: byMeaning.get(entry.key) }, source),
  );
  const spoken = new Set(entries.map(({ key }) => byMeaning.get(key)?.key));
  const surplus = isWhole ? kept.filter(({ key }) => !spoken.has(key)) : [];
  const changes = [...planned.flatMap(({ change }) => change ?? []), ...surplus.map(removal)];
  const found = [...problems, ...planned.flatMap((entry) => entry.problems)];
  const { file } = source;
  return {
    changes,
    repetitions: [...repetitions, ...planned.flatMap(({ same }) => same ?? [])].sort(byLine),
    problems: [
      ...found.sort(byLine),
      ...surplus.flatMap((entry) => unremovable(definition, entry, file)),
      ...tooLargeTogether(definition, { kept, changes }, file),
    ],
  };
}

type Lined = { readonly line?: number | undefined };
const byLine = (a: Lined, b: Lined): number => (a.line ?? 0) - (b.line ?? 0);

/** A key exactly as calls look for it goes before one that only means the same. */
function keptByMeaning({ key: kind }: ListDefinition, kept: readonly KeptEntry[]): Map<string, KeptEntry> {
  const found = new Map<string, KeptEntry>();
  for (const entry of kept) {
    const meaning = kind.meaning(entry.key);
    if (meaning !== undefined && (entry.key === meaning || !found.has(meaning))) found.set(meaning, entry);
  }
  return found;
}

/** What stands in the way of an entry's removal. */
export function unremovable({ store, name }: ListDefinition, { key }: KeptEntry, file: string): Problem[] {
  if (store === "document" || isAddressable(key)) return [];
  const allowed = `keys that a request can name: remove this one from ${name} in the Sync console`;
  return [{ file, found: formatFound(key), allowed }];
}

/** A Document holds the whole list. */
function tooLargeTogether(
  { name, store }: ListDefinition,
  { kept, changes }: { readonly kept: readonly KeptEntry[]; readonly changes: readonly EntryChange[] },
  file: string,
): Problem[] {
  if (store === "map") return [];
  const bytes = bytesOf(changedDocument(kept, changes));
  const allowed = `at most ${MAX_DATA_BYTES} in all: ${name} is one Sync document`;
  return bytes > MAX_DATA_BYTES ? [{ file, found: `${bytes} bytes`, allowed }] : [];
}
