import { isDeepStrictEqual } from "node:util";
import type { Problem } from "../config/problem";
import {
  bytesOf,
  type EntryChange,
  type FieldChange,
  type KeptEntry,
  MAX_DATA_BYTES,
  type Repetition,
} from "./entry-change";
import type { Data, FieldProblem, ListDefinition, ListLocale } from "./list-definition";
import type { Source, WantedEntry } from "./parse-rows";
import { foreignFields, isData, printField, readEntry } from "./read-entry";

/** What becomes of one wanted entry: a change, nothing because it is the same, or problems. */
export interface PlannedEntry {
  readonly change?: EntryChange;
  readonly same?: Repetition;
  readonly problems: readonly Problem[];
}

/** Compares one wanted entry with the one that is there. Fields that nobody speaks of stay as they are. */
export function planEntry(
  definition: ListDefinition,
  { entry, before }: { readonly entry: WantedEntry; readonly before: KeptEntry | undefined },
  { file, locale }: Source,
): PlannedEntry {
  const { key, line, cells } = entry;
  const kept = isData(before?.data) ? before.data : {};
  const { fields, problems } = readEntry(definition, { ...kept, ...Object.fromEntries(cells) }, locale);
  const after = { ...foreignFields(definition, kept), ...fields };
  const found = [...problems, ...tooLarge(after)];
  if (found.length > 0) {
    const place = { file, ...(line === undefined ? {} : { line }) };
    return { problems: found.map(({ field, ...problem }) => ({ ...place, path: field ?? key, ...problem })) };
  }
  if (before !== undefined && isSame(definition, { data: before.data, fields }, locale))
    return { same: { key, line, firstLine: undefined }, problems: [] };
  const changed = changedFields(definition, before?.data, after);
  return { change: { key: before?.key ?? key, line, before, after, fields: changed }, problems: [] };
}

function tooLarge(data: Data): FieldProblem[] {
  const bytes = bytesOf(data);
  return bytes > MAX_DATA_BYTES ? [{ found: `${bytes} bytes`, allowed: `at most ${MAX_DATA_BYTES}` }] : [];
}

/** What calls cannot read is never the same as what they can. */
function isSame(
  definition: ListDefinition,
  { data, fields }: { readonly data: unknown; readonly fields: Data },
  locale: ListLocale,
): boolean {
  const now = readEntry(definition, data, locale);
  return now.problems.length === 0 && isDeepStrictEqual(now.fields, fields);
}

function changedFields({ columns }: ListDefinition, before: unknown, after: Data): FieldChange[] {
  return columns
    .map((column) => ({ name: column.name, from: printField(column, before), to: printField(column, after) }))
    .filter(({ from, to }) => from !== to);
}
