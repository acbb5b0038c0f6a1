import type { Variable } from "../account/serverless-services";
import { SERVICE_NAMES, type ServiceRole, variablesOf } from "../config/environment";
import { type Finding, failure, warning } from "./finding";

/** The variables of one of our Services, and what they should be. */
export interface VariableFacts {
  readonly service: ServiceRole;
  readonly live: readonly Variable[];
  /** By name; what is undefined or empty may be anything. */
  readonly wanted: Readonly<Record<string, string | undefined>>;
  /** The names without which the Service does not do what it is there for. */
  readonly needed: readonly string[];
}

const DEPLOY = "npm run deploy";

/** What is missing, what is not as this computer has it, and what nothing reads. Only names are ever said. */
export function judgeVariables(facts: VariableFacts): Finding[] {
  return [...judgeMissing(facts), ...judgeValues(facts), ...judgeUnknown(facts)];
}

function judgeMissing({ service, live, needed }: VariableFacts): Finding[] {
  const isSet = (name: string) => live.some(({ key, value }) => key === name && value !== "");
  return variablesOf(service)
    .filter(([name]) => needed.includes(name) && !isSet(name))
    .map(([name, { description, isFilledByDeploy }]) =>
      failure(
        `the Service lacks ${name}: ${description}`,
        isFilledByDeploy ? DEPLOY : `Set ${name} in .env (npm run setup), then ${DEPLOY}`,
      ),
    );
}

/** What `.env` leaves out stays as it is on the Service. */
function judgeValues({ service, live, wanted }: VariableFacts): Finding[] {
  return live
    .filter(({ key, value }) => isRead(service, key) && wanted[key] && wanted[key] !== value)
    .map(({ key }) => warning(`${key} on the Service is not what this computer has for it`, DEPLOY));
}

function judgeUnknown({ service, live }: VariableFacts): Finding[] {
  const place = `https://console.twilio.com (Functions and Assets > Services > ${SERVICE_NAMES[service]})`;
  return live
    .filter(({ key }) => !isRead(service, key))
    .map(({ key }) => warning(`no Function reads ${key}`, `Correct its name, or remove it at ${place}`));
}

const isRead = (service: ServiceRole, key: string): boolean =>
  variablesOf(service).some(([name]) => name === key);
