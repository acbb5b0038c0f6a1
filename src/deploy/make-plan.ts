import type { Change, PlanFacts, Planner } from "./plan";
import { planFlows } from "./plan-flows";
import { planNumbers } from "./plan-numbers";
import { planBuild, planService } from "./plan-service";
import { planSip, planSipVoice } from "./plan-sip";
import { planSync } from "./plan-sync";
import { planVariables } from "./plan-variables";
import { planVerify } from "./plan-verify";

/**
 * The planners, in the order in which their steps are done. Everything that a call needs is there before it is
 * pointed at: maps and variables before the Functions that read them, Functions before the flow that calls them, the
 * flow before the numbers that ring it.
 */
const PLANNERS: readonly Planner[] = [
  planSync,
  planService,
  planVerify,
  planSip,
  planVariables,
  planBuild,
  planFlows,
  planSipVoice,
  planNumbers,
];

/** What a deploy would do, in order. Decides only; looks at nothing but its facts. */
export function makePlan(facts: PlanFacts): Change[] {
  return PLANNERS.flatMap((planner) => planner(facts));
}
