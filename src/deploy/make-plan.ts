import type { Change, Plan, PlanFacts, Planner } from "./plan";
import { planConsole } from "./plan-console";
import { planFlows } from "./plan-flows";
import { planNumbers } from "./plan-numbers";
import { planBuild, planService } from "./plan-service";
import { planSip, planSipVoice } from "./plan-sip";
import { planSync } from "./plan-sync";
import { planVariables } from "./plan-variables";

/**
 * The planners of what calls need, in the order in which their steps are done. Everything is there before it is pointed
 * at: maps and variables before the Functions that read them, Functions before the flow that calls them, the flow before
 * the numbers that ring it.
 */
const PLANNERS: readonly Planner[] = [
  planSync,
  planService("calls"),
  planSip,
  planVariables("calls"),
  planBuild("calls"),
  planFlows,
  planSipVoice,
  planNumbers,
];

/**
 * What a deploy would do, in order. Decides only; looks at nothing but its facts. The web console comes after the numbers:
 * whatever fails there, Verify above all, which not every account may use, the telephone is live by then, and whole.
 */
export function makePlan(facts: PlanFacts): Plan {
  return { calls: PLANNERS.flatMap((planner) => planner(facts)), console: planConsole(facts) };
}

/** Everything that a plan does or leaves, in order. */
export function changesOf({ calls, console }: Plan): readonly Change[] {
  return [...calls, ...console];
}
