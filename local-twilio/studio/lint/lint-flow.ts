import type { Flow } from "../flow";
import { readFlow } from "../parse-flow";
import type { FlowBindings } from "./flow-bindings";
import { createFlowGraph } from "./flow-graph";
import { textsOf } from "./flow-texts";
import type { LintRule, Severity, Subject } from "./lint-rule";
import type { Problem } from "./problem";
import { lintRules } from "./rules/lint-rules";

/**
 * Everything that is wrong with a flow, given as parsed JSON. House rules are errors for a flow that is kept as source,
 * which its bindings or its placeholder URLs show, and warnings for anybody else's.
 */
export function lintFlow(definition: unknown, bindings?: FlowBindings): readonly Problem[] {
  const { flow, problems: shape } = readFlow(definition);
  if (flow === undefined)
    return shape.map(({ message }) => ({ rule: "envelope", severity: "error", message }));
  const subject: Subject = { flow, shape, graph: createFlowGraph(flow), bindings };
  const isSource = bindings !== undefined || hasPlaceholderUrls(flow);
  return Object.entries(lintRules).flatMap(([name, rule]) => [...report(name, rule, { subject, isSource })]);
}

interface Examination {
  readonly subject: Subject;
  readonly isSource: boolean;
}

function* report(rule: string, lintRule: LintRule, { subject, isSource }: Examination): Generator<Problem> {
  for (const { severity = lintRule.severity, widget, message } of lintRule.check(subject))
    yield {
      rule,
      severity: resolve(severity, isSource),
      ...(widget === undefined ? {} : { widget }),
      message,
    };
}

function resolve(severity: Severity, isSource: boolean): Problem["severity"] {
  if (severity !== "house") return severity;
  return isSource ? "error" : "warning";
}

/** Hosts under `.example` can never be reached, so such a flow is meant to be filled in. @see https://www.rfc-editor.org/rfc/rfc2606 */
function hasPlaceholderUrls({ states }: Flow): boolean {
  return states.some((state) =>
    [...textsOf(state)].some(({ text }) => /^https:\/\/[\w.-]+\.example\//.test(text)),
  );
}
