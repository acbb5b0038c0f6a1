import { parseArgs } from "node:util";
import { problemsOfFlow } from "../local-twilio/studio/lint/check-flow-file";
import { failWith } from "../simulator/fail-with";
import { openNamedAccount } from "../src/account/account";
import { endOfPull } from "../src/deploy/flow-pull-report";
import { pullFlows } from "../src/deploy/pull-flows";
import { loadVariables } from "../src/runtime/command-wiring";

const HELP = `npm run studio:pull [-- --published] [--dry-run] [--overwrite] [--json] [FLOW…]
Brings what was changed in Studio's editor into studio/*.json, and shows it widget by widget: hosts and SIDs become
placeholders again, and everything else stays where it stood. FLOW is a name such as incoming-call; all when left out.
  --published  what callers meet now, without a later draft
  --dry-run    only shows
  --overwrite  takes Studio's version even where the file has changes of its own
  --json       prints one document, and nothing else (npm run -s studio:pull -- --json)
ACCOUNT_SID and AUTH_TOKEN come from the environment or .env.
Exit code 0, 1 for a conflict or when studio:check finds errors in what was pulled, 2 when it broke.`;

const flag = { type: "boolean", default: false } as const;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      published: flag,
      "dry-run": flag,
      overwrite: flag,
      json: flag,
      help: { ...flag, short: "h" },
    },
  });
  if (values.help) return console.log(HELP);
  const account = openNamedAccount(loadVariables(".env"));
  const { published, overwrite, "dry-run": dryRun } = values;
  const pulled = await pullFlows({
    ...{ account, projectDir: ".", names: positionals },
    ...{ published, overwrite, dryRun, check: problemsOfFlow },
  });
  const { text, json, exitCode } = endOfPull(pulled, dryRun);
  if (values.json) process.stdout.write(`${JSON.stringify(json, null, 2)}\n`);
  else console.log(text);
  process.exitCode = exitCode;
}

main().catch(failWith);
