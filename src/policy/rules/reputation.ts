import { sentence } from "../consequence";
import type { ListFacts, Rule, Screening } from "../facts";
import { knownBecause } from "../known-caller";
import type { Reputation, ReputationPolicy } from "../reputation";
import type { Verdict } from "../verdict";

/**
 * A caller whose score reaches the threshold is rejected, unanswered, and never told a score. One of unknown reputation gets
 * what the policy says. The score is asked for only when this rule decides, and never of contacts and listed callers, wherever
 * in the order it stands.
 */
export const reputation: Rule = {
  needs: ["reputation"],
  asks: (screening, lists) =>
    screening.reputation !== undefined &&
    screening.caller.kind === "number" &&
    known(screening, lists) === undefined &&
    knownBecause(screening, lists) === undefined,
  otherwise: (screening, lists) => {
    const found = known(screening, lists);
    if (found === undefined) return unasked(screening, lists);
    return found.kind === "unknown" ? `unknown: ${found.why}` : `${described(found)}, below the threshold`;
  },
  decide: (screening, lists) => {
    const found = known(screening, lists);
    if (screening.reputation === undefined || found === undefined) return undefined;
    return found.kind === "unknown"
      ? ofUnknown(screening, screening.reputation, `unknown reputation: ${found.why}`)
      : ofScore(found, screening.reputation);
  },
};

function unasked(screening: Screening, lists: Partial<ListFacts>): string {
  const because = screening.reputation && knownBecause(screening, lists);
  return because === undefined ? "nobody can be asked about this caller" : `nobody is asked: ${because}`;
}

type Score = Extract<Reputation, { kind: "score" }>;

/** What was just found out outweighs what is remembered. */
function known({ assessed }: Screening, lists: Partial<ListFacts>): Reputation | undefined {
  return assessed ?? lists.reputation;
}

function ofScore(found: Score, { threshold }: ReputationPolicy): Verdict | undefined {
  const reason = `${described(found)}, at or above the threshold of ${threshold}`;
  return found.score >= threshold ? { action: "reject", rejectReason: "rejected", reason } : undefined;
}

function ofUnknown(screening: Screening, { unknown }: ReputationPolicy, reason: string): Verdict | undefined {
  return unknown === "next" ? undefined : sentence(unknown, screening, reason);
}

const described = ({ score, provider, level }: Score): string =>
  `score ${score} by ${provider}${level === "" ? "" : ` (${level})`}`;
