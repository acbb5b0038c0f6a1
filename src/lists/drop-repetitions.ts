import { isDeepStrictEqual } from "node:util";
import type { Problem } from "../config/problem";
import type { Repetition } from "./entry-change";
import type { ListDefinition } from "./list-definition";
import type { ParsedRows, WantedEntry } from "./parse-rows";

/** Each entry once, with what was repeated. Entries that contradict each other are a problem: nobody knows which is meant. */
export function dropRepetitions(
  { key: { heading } }: ListDefinition,
  wanted: ParsedRows,
  file: string,
): ParsedRows & { readonly repetitions: readonly Repetition[] } {
  const first = new Map<string, WantedEntry>();
  const repetitions: Repetition[] = [];
  const problems: Problem[] = [...wanted.problems];
  for (const entry of wanted.entries) {
    const { key, line } = entry;
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, entry);
    else if (isDeepStrictEqual(earlier.cells, entry.cells))
      repetitions.push({ key, line, firstLine: earlier.line });
    else {
      const allowed = `each ${heading} once: line ${earlier.line} has it already, with other values`;
      problems.push({ file, ...(line === undefined ? {} : { line }), path: heading, found: key, allowed });
    }
  }
  return { entries: [...first.values()], repetitions, problems };
}
