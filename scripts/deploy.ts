import { parseArgs } from "node:util";
import { errorsOfFlowFile } from "../local-twilio/studio/lint/check-flow-file";
import { failWith } from "../simulator/fail-with";
import { openNamedAccount } from "../src/account/account";
import { confirmPlan } from "../src/deploy/confirm-plan";
import { deploy } from "../src/deploy/deploy";
import type { Deployment } from "../src/deploy/deployment";
import { prepareProject } from "../src/deploy/prepare-project";
import { endOf } from "../src/deploy/print-outcome";
import { rollBack } from "../src/deploy/roll-back";
import { thisHolder } from "../src/deploy/this-holder";
import { loadVariables } from "../src/runtime/command-wiring";
import { noteVariables } from "../src/setup/note-variables";

const HELP = `npm run deploy [-- --plan | --yes] [--rollback] [--no-build] [--json]
Makes your Twilio account as this repository wants it: builds, shows what would change, asks, and changes it.
  --plan      stops at the plan
  --yes       carries the plan out without asking
  --rollback  goes back to the builds and the flow revisions that were live before; variables and lists stay
  --no-build  takes dist/ as it is
  --json      prints one document, and nothing else (npm run -s deploy -- --json)
ACCOUNT_SID and AUTH_TOKEN come from the environment or .env: npm run setup asks for them.
Exit code 0, 1 when it was refused or not carried out, 2 when it broke: running it again goes on from there.`;

const flag = { type: "boolean", default: false } as const;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      plan: flag,
      yes: flag,
      rollback: flag,
      "no-build": flag,
      json: flag,
      help: { ...flag, short: "h" },
    },
  });
  if (values.help) return console.log(HELP);
  const variables = loadVariables(".env");
  const account = openNamedAccount(variables);
  const builds = !values["no-build"];
  const project = await prepareProject(".", { variables, checkFlow: errorsOfFlowFile, builds });
  const show = values.json ? undefined : console.log;
  const isTerminal = process.stdin.isTTY === true && !values.json;
  const confirm = confirmPlan({ onlyPlan: values.plan, yes: values.yes, show, isTerminal });
  const order = { account, project, holder: thisHolder(), confirm, report: console.error, note };
  const outcome = await (values.rollback ? rollBack(order) : deploy(order));
  const { text, json, exitCode } = endOf(outcome, values.plan);
  if (values.json) process.stdout.write(`${JSON.stringify(json, null, 2)}\n`);
  else console.log(text);
  process.exitCode = exitCode;
}

function note({ syncServiceSid, domainName }: Deployment): void {
  noteVariables(".env", { SYNC_SERVICE_SID: syncServiceSid, DOMAIN_NAME: domainName });
}

main().catch(failWith);
