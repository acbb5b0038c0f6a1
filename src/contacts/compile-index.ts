import type { Contact } from "./contact";

/** A number that stands in the book more than once: the first named contact keeps it. */
export interface Duplicate {
  readonly number: string;
  readonly line: number;
  readonly name: string;
  readonly keptName: string;
}

/** What {@link compileIndex} makes: the text that `findContact` searches, and what it counted. */
export interface CompiledIndex {
  readonly index: string;
  readonly numbers: number;
  readonly duplicates: readonly Duplicate[];
}

/** Sorts contacts into the number index: one line a number, `number, tab, name, newline`. */
export function compileIndex(contacts: readonly Contact[]): CompiledIndex {
  const names = new Map<string, string>();
  const duplicates: Duplicate[] = [];
  for (const { number, name, line } of contacts) {
    const kept = names.get(number);
    if (kept === undefined || kept === "") names.set(number, name);
    if (kept !== undefined) duplicates.push({ number, line, name, keptName: kept || name });
  }
  const lines = [...names].sort(byNumber).map(([number, name]) => `${number}\t${name}\n`);
  return { index: lines.join(""), numbers: names.size, duplicates };
}

/** By code unit, as the search compares; never by locale. */
function byNumber([a]: readonly [string, string], [b]: readonly [string, string]): number {
  return a < b ? -1 : 1;
}
