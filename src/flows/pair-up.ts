import { isRecord, sortKeys } from "./json";

/** What tells the members of a list apart, in the words that Studio's lists use. */
const IDENTITIES = ["key", "name", "event", "friendly_name"] as const;

/**
 * For each member of one list, the member of another that it most likely was: one that is equal, else one of the same
 * identity, else the first that is left over. Each is given once; undefined when there are none left.
 */
export function pairUp(list: readonly unknown[], others: readonly unknown[]): unknown[] {
  const free = new Set(others.keys());
  const found = new Map<number, unknown>();
  for (const sameness of [wholeOf, identityOf, () => ""]) {
    const waiting = queuesOf(free, others, sameness);
    for (const [at, one] of list.entries()) {
      const match = found.has(at) ? undefined : waiting.get(sameness(one))?.shift();
      if (match === undefined) continue;
      found.set(at, others[match]);
      free.delete(match);
    }
  }
  return list.map((_one, at) => found.get(at));
}

/** The first member of a list of the same identity, or else the first of all: what a new one is like. */
export function likest(one: unknown, others: readonly unknown[]): unknown {
  const identity = identityOf(one);
  return others.find((other) => identityOf(other) === identity) ?? others[0];
}

/** The places of members by what makes them the same, in their order. */
function queuesOf(
  free: ReadonlySet<number>,
  others: readonly unknown[],
  sameness: (one: unknown) => string | undefined,
): Map<string | undefined, number[]> {
  const queues = new Map<string | undefined, number[]>();
  for (const at of free) {
    const sign = sameness(others[at]);
    if (sign !== undefined) queues.set(sign, [...(queues.get(sign) ?? []), at]);
  }
  return queues;
}

function wholeOf(one: unknown): string {
  return JSON.stringify(sortKeys(one)) ?? "";
}

function identityOf(one: unknown): string | undefined {
  if (!isRecord(one)) return undefined;
  const name = IDENTITIES.find((key) => typeof one[key] === "string");
  return name && `${name} ${String(one[name])}`;
}
