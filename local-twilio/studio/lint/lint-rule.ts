import type { Flow } from "../flow";
import type { Place } from "../place";
import type { ShapeProblem } from "../read-state";
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
  readonly place?: Place;
  /** What Studio's own validator says there: a finding that has it, Studio refuses. */
  readonly wording?: readonly string[];
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
