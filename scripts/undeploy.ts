import { parseArgs } from "node:util";
import { failWith } from "../simulator/fail-with";
import { openNamedAccount } from "../src/account/account";
import { confirmPlan } from "../src/deploy/confirm-plan";
import { endOfUndeploy } from "../src/deploy/print-outcome";
import { thisHolder } from "../src/deploy/this-holder";
import { undeploy } from "../src/deploy/undeploy";
import { saveBackup } from "../src/lists/save-backup";
import { loadVariables } from "../src/runtime/command-wiring";

const HELP = `npm run undeploy [-- --plan | --yes] [--json]
Removes what npm run deploy has made in your Twilio account, after showing it and asking. Numbers get back the settings
they had before the first deploy. Lists, strikes, calls and voicemails are saved to a file first; recordings stay.
  --plan  stops at the plan
  --yes   removes without asking
  --json  prints one document, and nothing else (npm run -s undeploy -- --json)
Exit code 0, 1 when it was not carried out, 2 when it broke: running it again goes on from there.`;

const flag = { type: "boolean", default: false } as const;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { plan: flag, yes: flag, json: flag, help: { ...flag, short: "h" } },
  });
  if (values.help) return console.log(HELP);
  const account = openNamedAccount(loadVariables(".env"));
  const show = values.json ? undefined : console.log;
  const isTerminal = process.stdin.isTTY === true && !values.json;
  const outcome = await undeploy({
    account,
    holder: thisHolder(),
    confirm: confirmPlan({ onlyPlan: values.plan, yes: values.yes, show, isTerminal }),
    backUp: (sid) => saveBackup(account, sid, { folder: ".", now: Date.now, tell: console.error }),
    report: console.error,
  });
  const { text, json, exitCode } = endOfUndeploy(outcome, values.plan);
  if (values.json) process.stdout.write(`${JSON.stringify(json, null, 2)}\n`);
  else console.log(text);
  process.exitCode = exitCode;
}

main().catch(failWith);
