import names from "./proper-names.json";

const NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries(names).flatMap(([meaning, same]) => same.map((name) => [name, meaning] as const)),
);

/** The names of places, days, people and organizations that everybody knows, though dictionaries of words leave them out. */
export const PROPER_NAMES: readonly string[] = [...NAMES.keys()];

/** What a name means. */
export function nameGloss(name: string): string | undefined {
  return NAMES.get(name);
}
