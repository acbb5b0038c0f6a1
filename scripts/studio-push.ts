import { parseArgs } from "node:util";
import { problemsOfFlow } from "../local-twilio/studio/lint/check-flow-file";
import { failWith } from "../simulator/fail-with";
import { openNamedAccount } from "../src/account/account";
import { confirmPlan } from "../src/deploy/confirm-plan";
import { endOfPush } from "../src/deploy/flow-push-report";
import { pushFlows } from "../src/deploy/push-flows";
import { readProjectFlows } from "../src/deploy/read-project-flows";
import { thisHolder } from "../src/deploy/this-holder";
import { loadVariables } from "../src/runtime/command-wiring";

const HELP = `npm run studio:push [-- --plan | --yes] [--json]
Publishes the flows in studio/ and nothing else: shows what would change, widget by widget, asks, and publishes.
Refused: a flow that was edited in Studio since and not pulled, one that studio:check finds errors in, and one that
calls a Function which is not live.
  --plan  stops at the plan
  --yes   publishes without asking
  --json  prints one document, and nothing else (npm run -s studio:push -- --json)
ACCOUNT_SID and AUTH_TOKEN come from the environment or .env.
Exit code 0, 1 when it was refused or not carried out, 2 when it broke.`;

const flag = { type: "boolean", default: false } as const;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { plan: flag, yes: flag, json: flag, help: { ...flag, short: "h" } },
  });
  if (values.help) return console.log(HELP);
  const account = openNamedAccount(loadVariables(".env"));
  const show = values.json ? undefined : console.log;
  const isTerminal = process.stdin.isTTY === true && !values.json;
  const outcome = await pushFlows({
    ...{ account, flows: readProjectFlows("."), holder: thisHolder() },
    confirm: confirmPlan({ onlyPlan: values.plan, yes: values.yes, show, isTerminal }),
    ...{ check: problemsOfFlow, report: (line: string) => console.error(line) },
  });
  const { text, json, exitCode } = endOfPush(outcome, values.plan);
  if (values.json) process.stdout.write(`${JSON.stringify(json, null, 2)}\n`);
  else console.log(text);
  process.exitCode = exitCode;
}

main().catch(failWith);
