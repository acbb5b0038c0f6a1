import { ENVIRONMENT_NAMES } from "../config/environment";
import { type Change, leave, type PlanFacts, type Planner } from "./plan";

/** The Service's variables: set where they differ, never shown, and never removed. */
export const planVariables: Planner = (facts) => {
  const { observed } = facts;
  const live = observed.service?.variables ?? [];
  const known = Object.keys(ENVIRONMENT_NAMES).flatMap((key) => planVariable(facts, key));
  const others = live.filter(({ key }) => !(key in ENVIRONMENT_NAMES));
  return [...known, ...others.map(({ key }) => leave("variable", key, "not one of ours"))];
};

/** The value that a variable shall have: undefined for one that is not set, or not known before it is made. */
export function wantedValue({ project, observed }: PlanFacts, key: string): string | undefined {
  return key === "SYNC_SERVICE_SID" ? observed.sync?.sid : project.variables[key] || undefined;
}

function planVariable(facts: PlanFacts, key: string): Change[] {
  const found = facts.observed.service?.variables.find((variable) => variable.key === key);
  const wanted = wantedValue(facts, key);
  const step = { do: "setVariable", key, sid: found?.sid } as const;
  const isMadeLater = key === "SYNC_SERVICE_SID" && wanted === undefined;
  if (wanted === undefined && !isMadeLater)
    return found === undefined ? [] : [leave("variable", key, "not in .env any more")];
  if (found === undefined)
    return [{ kind: "variable", name: key, action: "create", details: [], steps: [step] }];
  if (found.value === wanted) return [leave("variable", key)];
  return [{ kind: "variable", name: key, action: "change", details: ["another value"], steps: [step] }];
}
