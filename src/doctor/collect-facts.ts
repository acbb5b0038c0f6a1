import type { FactName, Facts, Get } from "./facts";
import { MissingFacts } from "./missing-facts";

/** Several facts at once. @throws MissingFacts with everything that cannot be had */
export async function collectFacts<Needs extends FactName>(
  get: Get,
  needs: readonly Needs[],
): Promise<Pick<Facts, Needs>> {
  const gathered = await Promise.allSettled(needs.map(async (name) => ({ [name]: await get(name) })));
  const reasons = gathered.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
  const roots = reasons.flatMap((reason) => {
    if (reason instanceof MissingFacts) return reason.roots;
    throw reason;
  });
  const unique = roots.filter((root, at) => roots.findIndex(({ fact }) => fact === root.fact) === at);
  if (unique.length > 0) throw new MissingFacts(unique);
  return Object.assign({}, ...gathered.map((one) => (one.status === "fulfilled" ? one.value : {})));
}
