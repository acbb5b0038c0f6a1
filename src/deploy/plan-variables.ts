import { ENVIRONMENT_NAMES } from "../config/environment";
import { homePhone } from "./home-phone";
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
  if (key === "SYNC_SERVICE_SID") return observed.sync?.sid;
  if (key !== "HOME_PHONE") return project.variables[key] || undefined;
  const domainName = project.has.home ? observed.sip.domain?.domainName : undefined;
  return domainName && homePhone(project.variables, domainName);
}

/** Whether this run makes what the variable names. */
function isMadeNow({ project }: PlanFacts, key: string): boolean {
  return key === "SYNC_SERVICE_SID" || (key === "HOME_PHONE" && project.has.home);
}

function planVariable(facts: PlanFacts, key: string): Change[] {
  const found = facts.observed.service?.variables.find((variable) => variable.key === key);
  const wanted = wantedValue(facts, key);
  const step = { do: "setVariable", key, sid: found?.sid } as const;
  if (wanted === undefined && !isMadeNow(facts, key))
    return found === undefined ? [] : [leave("variable", key, whyLeft(key))];
  if (found === undefined)
    return [{ kind: "variable", name: key, action: "create", details: [], steps: [step] }];
  if (found.value === wanted) return [leave("variable", key)];
  return [{ kind: "variable", name: key, action: "change", details: ["another value"], steps: [step] }];
}

function whyLeft(key: string): string {
  return key === "HOME_PHONE" ? "the policy has no home any more" : "not in .env any more";
}
