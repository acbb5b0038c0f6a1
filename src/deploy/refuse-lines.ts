import type { UncompiledLine } from "../config/read-policy";
import { canRing, type RingFacts } from "./can-ring";
import type { Refusal } from "./refusal";
import { spellsNumbers } from "./spells-numbers";

/**
 * The lines that could never ring, whoever calls: no rule that is ever reached connects anybody.
 * A challenge rings only when the policy lets those who pass it through, a menu when one of its ways leads to a telephone.
 * One that tells what numbers spell need not ring.
 */
export function refuseSilentLines(lines: readonly UncompiledLine[], facts: RingFacts): Refusal[] {
  return lines
    .filter((line) => !canRing(line, facts) && !spellsNumbers(line, facts))
    .map(({ number, rules }) => ({
      why: `the line ${number} could never ring: none of its rules (${rules.join(", ")}) lets any caller through`,
      fix: 'add "contacts", "forwardlist" or "allowlist" before the rules that decide about everybody, let the menu lead to a telephone, or set challenge.onPass to "ring"',
    }));
}

/** An entry of the forward list, or a forwarding pattern. Without `lines` it counts on all of ours. */
export interface Forward {
  readonly key: string;
  readonly to: string;
  readonly lines?: readonly string[];
}

/**
 * Forwards that lead through our own lines back to where the call has been: it would be answered by nobody, and each
 * round is billed. Where a forward does not count, a call goes on to the telephone that the line rings.
 */
export function refuseForwardLoops(
  lines: readonly UncompiledLine[],
  forwards: readonly Forward[],
): Refusal[] {
  return forwards.flatMap((forward) => {
    const circle = lines
      .map(({ number }) => circleFrom(number, forward, lines))
      .find((way) => way !== undefined);
    if (circle === undefined) return [];
    const list = forward.key.endsWith("*") ? "patterns" : "forwardlist";
    return [
      {
        why: `calls of ${forward.key} would go round in circles: ${circle.join(" forwards to ")}`,
        fix: `npm run lists -- remove ${list} ${forward.key}, or forward it to a telephone that is not one of our lines`,
      },
    ];
  });
}

/** The way from a line back to one that was passed already; undefined when it ends at a telephone. */
function circleFrom(
  start: string,
  forward: Forward,
  lines: readonly UncompiledLine[],
): readonly string[] | undefined {
  const way: string[] = [];
  let forwarded = false;
  for (let at: string | undefined = start; at !== undefined; ) {
    const line = lines.find(({ number }) => number === at);
    if (line === undefined) return undefined;
    if (way.includes(at)) return forwarded ? [...way, at] : undefined;
    way.push(at);
    const counts: boolean = line.rules.includes("forwardlist") && (forward.lines?.includes(at) ?? true);
    forwarded ||= counts;
    at = counts ? forward.to : line.ring.to;
  }
  return undefined;
}
