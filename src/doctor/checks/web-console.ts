import type { UncompiledPolicy } from "../../config/read-policy";
import type { BuildContents } from "../../deploy/build-contents";
import { consolePages } from "../../deploy/console-pages";
import type { Deployment } from "../../deploy/deployment";
import { SHORTEST_SECRET } from "../../policy/console";
import type { Variables } from "../../runtime/command-wiring";
import { check } from "../check";
import type { ProbeAnswer } from "../facts/probes";
import { CLOSED_PATH, type WebConsole } from "../facts/web-console";
import { complaintsOr, type Finding, failure, ok, warning } from "../finding";
import { judgeVariables } from "../judge-variables";

const DEPLOY = "npm run deploy";
const LOGS = "https://console.twilio.com (Monitor > Logs > Errors) says why; then npm run deploy";

/** Whether the web console is there when the policy asks for it, answers, and lets in whom it should. */
export const webConsoleCheck = check({
  name: "web-console",
  title: "Web console",
  needs: ["policy", "webConsole", "project", "variables", "deployment"],
  judge: ({ policy: { policy }, webConsole, project: { builds }, variables, deployment }) => {
    const { domainName } = webConsole;
    if (!policy.has.console)
      return domainName === undefined ? [ok("the policy has no web console")] : [LEFT_OVER];
    if (domainName === undefined)
      return [failure("the policy has a web console, and none is deployed", DEPLOY)];
    const paths = consolePages(policy);
    const pages = paths.map((path) => `https://${domainName}${path}`).join(" and ");
    const well = `${pages} ${paths.length === 1 ? "answers" : "answer"}; ${whoSignsIn(policy)}`;
    return complaintsOr(well, [
      ...(paths.length === 0 ? [EMPTY] : []),
      ...judgeBuild(webConsole, deployment, builds.console),
      ...judgeSettings(webConsole, policy, { variables, deployment }),
      ...Object.entries(webConsole.pages).flatMap(([path, answer]) => judgePage(path, answer)),
      ...judgeClosed(webConsole.closed, policy),
    ]);
  },
});

const LEFT_OVER = warning("it is deployed, and the policy has it no more", DEPLOY);
const EMPTY = warning(
  "there is nothing on it: the policy has neither vanity.page nor anybody in console.admins",
  "Set vanity.page to true, name who may sign in, or take the section console away; then npm run deploy",
);

function whoSignsIn({ admins }: Pick<UncompiledPolicy, "admins">): string {
  return admins.length === 0 ? "nobody can sign in" : `${admins.length} may sign in`;
}

function judgeBuild(
  { buildSid = "" }: WebConsole,
  { builds }: Pick<Deployment, "builds">,
  built: Pick<BuildContents, "fingerprint">,
): Finding[] {
  if (builds[buildSid] === built.fingerprint) return [];
  const fix = `npm run deploy -- --plan shows the difference; ${DEPLOY}`;
  return [warning("what runs of it is not what is in dist/console", fix)];
}

function judgeSettings(
  { variables: live, verifyServices }: WebConsole,
  { admins }: Pick<UncompiledPolicy, "admins">,
  { variables, deployment }: { readonly variables: Variables; readonly deployment: Deployment },
): Finding[] {
  const { syncServiceSid: SYNC_SERVICE_SID, verifyServiceSid: VERIFY_SERVICE_SID } = deployment;
  const { CONSOLE_SECRET } = variables;
  const wanted = { SYNC_SERVICE_SID, VERIFY_SERVICE_SID, CONSOLE_SECRET };
  const needed = admins.length > 0 ? Object.keys(wanted) : ["SYNC_SERVICE_SID"];
  const liveValue = (name: string) => live.find(({ key }) => key === name)?.value ?? "";
  const [secret, verify] = [liveValue("CONSOLE_SECRET"), liveValue("VERIFY_SERVICE_SID")];
  const isShort = secret !== "" && secret.length < SHORTEST_SECRET;
  const isGone = admins.length > 0 && verify !== "" && !verifyServices.includes(verify);
  return [
    ...judgeVariables({ service: "console", live, wanted, needed }),
    ...(isShort ? [SHORT] : []),
    ...(isGone ? [NO_VERIFY] : []),
  ];
}

const SHORT = failure(
  `CONSOLE_SECRET on the Service has fewer than ${SHORTEST_SECRET} characters, so nobody can sign in`,
  `Take it out of .env, npm run setup, then ${DEPLOY}`,
);

const NO_VERIFY = failure("the Verify Service that sends the codes is gone, so nobody can sign in", DEPLOY);

function judgePage(path: string, answer: ProbeAnswer): Finding[] {
  if (answer.status === 200 && /<html\b/i.test(answer.body)) return [];
  return [failure(`${path} ${describe(answer)} instead of a page`, LOGS)];
}

/** Whoever has not signed in must be refused, and not by a mishap. Where nobody can, it says that nothing is set up. */
function judgeClosed(
  answer: ProbeAnswer | undefined,
  { admins }: Pick<UncompiledPolicy, "admins">,
): Finding[] {
  if (answer === undefined || answer.status === 401 || answer.status === 403) return [];
  if (admins.length === 0 && answer.status === 503 && answer.body.includes('"not-set-up"')) return [];
  const found = `${CLOSED_PATH}, asked by a stranger, ${describe(answer)} instead of refusing`;
  return [failure(found, answer.status === 200 ? `npm run build, then ${DEPLOY}` : LOGS)];
}

function describe({ status, body }: ProbeAnswer): string {
  return status === undefined ? `did not answer (${body})` : `answered ${status}`;
}
