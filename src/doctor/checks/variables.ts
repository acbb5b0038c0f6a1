import type { Variable } from "../../account/serverless-services";
import { ENVIRONMENT_NAMES } from "../../config/environment";
import { check } from "../check";
import { complaintsOr, type Finding, failure, warning } from "../finding";

const DEPLOY = "npm run deploy";
const CONSOLE = "https://console.twilio.com (Functions and Assets > Services > gatehouse)";

/** Of the Service's variables only names are ever said. */
export const variablesCheck = check({
  name: "variables",
  title: "Variables",
  needs: ["liveVariables", "variables", "deployment"],
  judge: ({ liveVariables, variables, deployment: { syncServiceSid } }) => {
    // What deploy makes out of what it finds is another check's matter.
    const { HOME_PHONE: _ours, ...own } = variables;
    const wanted = syncServiceSid ? { ...own, SYNC_SERVICE_SID: syncServiceSid } : own;
    return complaintsOr("the Service has all that it needs, as .env has them", [
      ...judgeMissing(liveVariables),
      ...judgeValues(liveVariables, wanted),
      ...judgeUnknown(liveVariables),
    ]);
  },
});

function judgeMissing(live: readonly Variable[]): Finding[] {
  const isSet = (name: string) => live.some(({ key, value }) => key === name && value !== "");
  return Object.entries(ENVIRONMENT_NAMES)
    .filter(([name, { isRequired }]) => isRequired && !isSet(name))
    .map(([name, { description }]) => failure(`the Service lacks ${name}: ${description}`, fixFor(name)));
}

function fixFor(name: string): string {
  const isFilled = Object.entries(ENVIRONMENT_NAMES).some(
    ([known, { isFilledByDeploy }]) => known === name && isFilledByDeploy,
  );
  return isFilled ? DEPLOY : `Set ${name} in .env (npm run setup), then ${DEPLOY}`;
}

/** What `.env` leaves out stays as it is on the Service. */
function judgeValues(
  live: readonly Variable[],
  wanted: Readonly<Record<string, string | undefined>>,
): Finding[] {
  return live
    .filter(({ key, value }) => key in ENVIRONMENT_NAMES && wanted[key] && wanted[key] !== value)
    .map(({ key }) => warning(`${key} on the Service is not what this computer has for it`, DEPLOY));
}

function judgeUnknown(live: readonly Variable[]): Finding[] {
  return live
    .filter(({ key }) => !(key in ENVIRONMENT_NAMES))
    .map(({ key }) => warning(`no Function reads ${key}`, `Correct its name, or remove it at ${CONSOLE}`));
}
