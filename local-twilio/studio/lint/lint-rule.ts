import type { Flow } from "../flow";
import type { ShapeProblem } from "../parse-flow";
import type { FlowBindings } from "./flow-bindings";
import type { FlowGraph } from "./flow-graph";
import type { Problem } from "./problem";

/** A flow under the lint, with what the rules share. */
export interface Subject {
  readonly flow: Flow;
  readonly shape: readonly ShapeProblem[];
  readonly graph: FlowGraph;
  readonly bindings: FlowBindings | undefined;
}

/** What a rule found; its severity is the rule's own, unless it says otherwise. */
export interface Finding {
  readonly widget?: string;
  readonly message: string;
  readonly severity?: Severity;
}

/**
 * `error`: Studio refuses such a flow, or cannot mean it. `house`: our own rules, errors in a flow that is kept as source
 * (it has bindings, or its URLs are placeholders) and warnings in anybody else's export.
 */
export type Severity = Problem["severity"] | "house";

/** One rule of the lint. */
export interface LintRule {
  readonly severity: Severity;
  readonly check: (subject: Subject) => Iterable<Finding>;
}
