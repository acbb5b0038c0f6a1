import { type ServiceRole, variablesOf } from "../config/environment";
import { homePhone } from "./home-phone";
import { type Change, leave, type PlanFacts, type Planner } from "./plan";
import { kindOf } from "./plan-service";

/** A Service's variables, those that it has a use for: set where they differ, never shown, and never removed. */
export function planVariables(service: ServiceRole): Planner {
  const names = variablesOf(service).map(([name]) => name);
  return (facts) => {
    const live = facts.observed.services[service]?.variables ?? [];
    const known = names.flatMap((key) => planVariable(facts, service, key));
    const others = live.filter(({ key }) => !names.includes(key));
    return [...known, ...others.map(({ key }) => leave(kindOf(service, "variable"), key, "not one of ours"))];
  };
}

/** The value that a variable shall have: undefined for one that is not set, or not known before it is made. */
function wantedValue({ project, observed }: PlanFacts, key: string): string | undefined {
  switch (key) {
    case "SYNC_SERVICE_SID":
      return observed.sync?.sid;
    case "VERIFY_SERVICE_SID":
      return project.admins.length > 0 ? observed.verifyServiceSid : undefined;
    case "HOME_PHONE": {
      const domainName = project.has.home ? observed.sip.domain?.domainName : undefined;
      return domainName && homePhone(project.variables, domainName);
    }
    default:
      return project.variables[key] || undefined;
  }
}

/** Whether this run makes what the variable names. */
function isMadeNow({ project }: PlanFacts, key: string): boolean {
  if (key === "VERIFY_SERVICE_SID") return project.admins.length > 0;
  return key === "SYNC_SERVICE_SID" || (key === "HOME_PHONE" && project.has.home);
}

function planVariable(facts: PlanFacts, service: ServiceRole, key: string): Change[] {
  const kind = kindOf(service, "variable");
  const found = facts.observed.services[service]?.variables.find((variable) => variable.key === key);
  const wanted = wantedValue(facts, key);
  const steps = [{ do: "setVariable", service, key, sid: found?.sid }] as const;
  if (wanted === undefined && !isMadeNow(facts, key))
    return found === undefined ? [] : [leave(kind, key, whyLeft(key))];
  if (found === undefined) return [{ kind, name: key, action: "create", details: [], steps }];
  if (found.value === wanted) return [leave(kind, key)];
  return [{ kind, name: key, action: "change", details: ["another value"], steps }];
}

function whyLeft(key: string): string {
  if (key === "HOME_PHONE") return "the policy has no home any more";
  return key === "VERIFY_SERVICE_SID" ? "nobody is to sign in any more" : "not in .env any more";
}
