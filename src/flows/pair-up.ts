import { isRecord, sortKeys } from "./json";

/** What tells the members of a list apart, in the words that Studio's lists use. */
const IDENTITIES = ["key", "name", "event", "friendly_name"] as const;

/**
 * For each member of one list, the member of another that it most likely was: one that is equal, else one of the same
 * identity, else the first that is left over. Each is given once; undefined when there are none left.
 */
export function pairUp(list: readonly unknown[], others: readonly unknown[]): unknown[] {
  const free = new Map(others.map((other, at) => [at, other]));
  const found = new Map<number, unknown>();
  for (const sameness of [wholeOf, identityOf, () => ""])
    for (const [at, one] of list.entries()) {
      const wanted = found.has(at) ? undefined : sameness(one);
      const match =
        wanted === undefined ? undefined : [...free].find(([, other]) => sameness(other) === wanted);
      if (match === undefined) continue;
      found.set(at, match[1]);
      free.delete(match[0]);
    }
  return list.map((_one, at) => found.get(at));
}

function wholeOf(one: unknown): string {
  return JSON.stringify(sortKeys(one)) ?? "";
}

function identityOf(one: unknown): string | undefined {
  if (!isRecord(one)) return undefined;
  const name = IDENTITIES.find((key) => typeof one[key] === "string");
  return name && `${name} ${String(one[name])}`;
}
