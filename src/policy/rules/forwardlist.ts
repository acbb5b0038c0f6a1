import type { ForwardEntry, ListFacts, Rule, Screening } from "../facts";
import { findPattern, isInScope } from "../list-entries";
import { loopOf } from "../ring";

/**
 * A caller on the forward list reaches the number written there: by an entry of his own, else by the longest pattern.
 * An entry that would ring the line itself or the caller is passed over: the call would go round in circles.
 */
export const forwardlist: Rule = {
  needs: ["forwardlist", "patterns"],
  otherwise: (screening, lists) => {
    const loops = candidates(screening, lists).flatMap(({ entry }) => loopIn(entry, screening) ?? []);
    return ["not on the forward list", ...loops.map((loop) => `an entry is passed over: ${loop}`)].join("; ");
  },
  decide: (screening, lists) => {
    const found = candidates(screening, lists).find(({ entry }) => loopIn(entry, screening) === undefined);
    return found && { action: "connect", to: found.entry.to, reason: found.reason };
  },
};

interface Candidate {
  readonly entry: ForwardEntry;
  readonly reason: string;
}

function candidates(screening: Screening, { forwardlist: own, patterns }: Partial<ListFacts>): Candidate[] {
  const pattern = findPattern(patterns, "forwardlist", screening);
  return [
    ...(own !== undefined && isInScope(own, screening)
      ? [{ entry: own, reason: "on the forward list" }]
      : []),
    ...(pattern ? [{ entry: pattern, reason: `forwarded by the pattern ${pattern.prefix}*` }] : []),
  ];
}

const loopIn = ({ to }: ForwardEntry, { line, caller }: Screening) => loopOf(to, line, caller);
