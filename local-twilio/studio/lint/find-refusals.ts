import { readFlow } from "../parse-flow";
import { formatPlace } from "../place";
import { createFlowGraph } from "./flow-graph";
import type { Finding, LintRule } from "./lint-rule";
import { lintRules, SCHEMA_RULES } from "./rules/lint-rules";

/** One reason why Studio takes no such definition, in the shape of its replies. */
export interface Refusal {
  readonly property_path: string;
  readonly message: string;
}

/**
 * Why Studio refuses a definition, given as parsed JSON; nothing when it takes it. The rules are those of the lint that
 * stand for Studio's own schema, never the house's. The words are Studio's where they are known, else the lint's.
 * @see https://www.twilio.com/docs/api/errors/81022
 */
export function findRefusals(definition: unknown): readonly Refusal[] {
  const { flow, problems: shape } = readFlow(definition);
  if (flow === undefined) return shape.flatMap(asRefusals);
  const subject = { flow, shape, graph: createFlowGraph(flow), bindings: undefined };
  const rules: readonly (readonly [string, LintRule])[] = Object.entries(lintRules);
  return rules
    .filter(([name]) => SCHEMA_RULES.includes(name))
    .flatMap(([, rule]) => [...rule.check(subject)].filter((finding) => isRefused(rule, finding)))
    .flatMap(asRefusals);
}

function isRefused(rule: LintRule, { severity = rule.severity, wording }: Finding): boolean {
  return severity === "error" || wording !== undefined;
}

function asRefusals({ place = [], message, wording = [] }: Finding): readonly Refusal[] {
  const sentences = wording.length === 0 ? [message] : wording;
  return sentences.map((sentence) => ({ property_path: formatPlace(place), message: sentence }));
}
