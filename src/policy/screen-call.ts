import type { FactName, KnownLists, Screening } from "./facts";
import type { RuleName } from "./line";
import { rules } from "./rules";
import type { Decision } from "./verdict";

/** Either the decision, or what it still depends on: facts to be read, or the caller's reputation, which is paid for. */
export type Screened =
  | { readonly kind: "decided"; readonly decision: Decision }
  | { readonly kind: "needs"; readonly facts: readonly FactName[] }
  | { readonly kind: "asks" };

/**
 * Decides what happens to a ringing call. The line's rules are asked in order and the first that matches wins: the
 * order is the policy. Facts that cost a network read are asked for only when a rule that needs them is reached, and
 * then those of all later rules with them, so that they can be read in one batch. What is paid for is asked for when its
 * rule would decide, and not before.
 */
export function screenCall(screening: Screening, lists: KnownLists): Screened {
  return screenBy(screening.line.rules, screening, lists);
}

/** As `screenCall`, by some of the line's rules: the line still has the others, which those may look at. */
function screenBy(names: readonly RuleName[], screening: Screening, lists: KnownLists): Screened {
  const trace: string[] = [];
  for (const [index, name] of names.entries()) {
    if (missing([name], lists).length > 0)
      return { kind: "needs", facts: missing(names.slice(index), lists) };
    if (rules[name].asks?.(screening, lists.facts)) return { kind: "asks" };
    const verdict = rules[name].decide(screening, lists.facts, [...lists.unreadable, ...lists.malformed]);
    const decision = verdict && { rule: name, verdict, trace };
    if (decision?.verdict.action === "owner")
      return withRest(decision, screenBy(names.slice(index + 1), screening, lists));
    if (decision !== undefined) return { kind: "decided", decision };
    trace.push(`${name}: ${passedOver(name, screening, lists)}`);
  }
  const reason = "no rule matched";
  return { kind: "decided", decision: { rule: "none", verdict: { action: "voicemail", reason }, trace } };
}

/** Whoever claims the owner's number and gives no PIN is judged by the rules that follow, like anybody. */
function withRest(decision: Decision, rest: Screened): Screened {
  return rest.kind === "decided"
    ? { kind: "decided", decision: { ...decision, withoutPin: rest.decision } }
    : rest;
}

function missing(names: readonly RuleName[], { read, unreadable }: KnownLists): FactName[] {
  const needed = new Set(names.flatMap((name) => rules[name].needs));
  return [...needed].filter((fact) => !read.includes(fact) && !unreadable.includes(fact));
}

/** Why a rule did not match, with what could not be read of its lists. */
function passedOver(name: RuleName, screening: Screening, lists: KnownLists): string {
  const { needs, otherwise } = rules[name];
  const unreadable = needs.filter((fact) => lists.unreadable.includes(fact));
  if (unreadable.length > 0) return `could not read ${unreadable.join(" and ")}`;
  const malformed = needs.filter((fact) => lists.malformed.includes(fact));
  const because = typeof otherwise === "string" ? otherwise : otherwise(screening, lists.facts);
  return [because, ...malformed.map((fact) => `an entry in ${fact} makes no sense`)].join("; ");
}
