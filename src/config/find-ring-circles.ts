import { type CountryCode, type E164, parseE164 } from "../telephony/e164";
import { type PolicyProblem, valueAt } from "./explain-issue";
import { formatFound } from "./problem";

/**
 * The lines whose known callers would ring in circles: the line itself, or another of ours that leads back to it. Each
 * round is a call that is answered by nobody and billed.
 * @param lines the keys of the policy's lines, as written
 */
export function findRingCircles(
  root: unknown,
  lines: readonly string[],
  country: CountryCode,
): PolicyProblem[] {
  const rings = new Map(
    lines.flatMap((key) => {
      const [number, to] = [parseE164(key, country), valueAt(root, ["lines", key, "ring", "to"])];
      const target = typeof to === "string" ? parseE164(to, country) : undefined;
      return number === undefined || target === undefined ? [] : [[number, { key, to, target }] as const];
    }),
  );
  return [...rings].flatMap(([number, { key, to, target }]) => {
    const path = ["lines", key, "ring", "to"];
    if (target === number) return [{ path, found: `the line itself, ${formatFound(to)}`, allowed: ITSELF }];
    if (!leadsTo(number, target, rings)) return [];
    const found = `the line ${formatFound(to)}, which leads back to this one`;
    return [{ path, found, allowed: EACH_OTHER }];
  });
}

const ITSELF = "another telephone: a line that rings itself calls in circles";
const EACH_OTHER = "another telephone: lines that ring each other call in circles";

function leadsTo(number: E164, from: E164, rings: ReadonlyMap<E164, { readonly target: E164 }>): boolean {
  const passed = new Set<E164>();
  let at: E164 | undefined = from;
  while (at !== undefined && at !== number && !passed.has(at)) {
    passed.add(at);
    at = rings.get(at)?.target;
  }
  return at === number;
}
