import type { ListFacts, Screening } from "../../../src/policy/facts";

/** What the rule gives: an action with what belongs to it, or a piece of what the trace says when it does not match. */
export type Expected = Readonly<Record<string, unknown>> | string;

export type RuleRow = readonly [
  sentence: string,
  call: Partial<Screening>,
  facts: Partial<ListFacts>,
  expected: Expected,
];
