import type { Data } from "./list-definition";

/** An entry as it is kept in Sync. `revision` is the Document's where the list is one. */
export interface KeptEntry {
  readonly key: string;
  readonly data: unknown;
  readonly revision: string;
  /** ISO 8601; undefined: never. */
  readonly expires?: string | undefined;
}

/** A field that changes, as texts; "" for none. */
export interface FieldChange {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/** One entry that is made (no `before`), changed, or removed (no `after`). */
export interface EntryChange {
  readonly key: string;
  readonly line: number | undefined;
  readonly before: KeptEntry | undefined;
  readonly after: Data | undefined;
  readonly fields: readonly FieldChange[];
}

/** An entry that says again what a line before it, or the list itself (no `firstLine`), says already. */
export interface Repetition {
  readonly key: string;
  readonly line: number | undefined;
  readonly firstLine: number | undefined;
}

/** The removal of an entry. */
export function removal(before: KeptEntry): EntryChange {
  return { key: before.key, line: undefined, before, after: undefined, fields: [] };
}

/** A Document that holds a list, after changes. */
export function changedDocument(kept: readonly KeptEntry[], changes: readonly EntryChange[]): Data {
  const after = new Map<string, unknown>(kept.map(({ key, data }) => [key, data]));
  for (const change of changes)
    if (change.after === undefined) after.delete(change.key);
    else after.set(change.key, change.after);
  return Object.fromEntries(after);
}

/** Bytes of JSON that a Document or a Map Item may hold. @see https://www.twilio.com/docs/sync/limits */
export const MAX_DATA_BYTES = 16 * 1024;

/** Bytes that data takes in Sync. */
export function bytesOf(data: unknown): number {
  return Buffer.byteLength(JSON.stringify(data), "utf8");
}
