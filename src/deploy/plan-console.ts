import { SERVICE_NAMES } from "../config/environment";
import type { Change, Planner } from "./plan";
import { kindOf, planBuild, planService } from "./plan-service";
import { planVariables } from "./plan-variables";
import { planVerify } from "./plan-verify";

const PLANNERS: readonly Planner[] = [
  planVerify,
  planService("console"),
  planVariables("console"),
  planBuild("console"),
];

/**
 * The web console, with all that nothing else needs. A policy without one takes its Service away: left there, it would
 * go on letting in whoever was an administrator when it was built.
 */
export const planConsole: Planner = (facts) => {
  if (facts.project.has.console) return PLANNERS.flatMap((planner) => planner(facts));
  const removal: Change = {
    kind: kindOf("console", "Service"),
    name: SERVICE_NAMES.console,
    action: "remove",
    details: ["the policy has no web console any more; one that is deployed later has another address"],
    steps: [{ do: "removeConsole" }],
  };
  return [...planVerify(facts), ...(facts.observed.services.console === undefined ? [] : [removal])];
};
