/** `npm run callbacks`: who waits to be called back, and the calls that are due. */
import { parseArgs } from "node:util";
import { failWith } from "../simulator/fail-with";
import { renderTable } from "../src/lists/render-table";
import {
  loadVariables,
  missingVariables,
  openCommandWiring,
  READING_VARIABLES,
} from "../src/runtime/command-wiring";
import { documentOf, seeToCallbacks } from "../src/runtime/office/callback-command";
import { CALLBACK_HEADINGS, callbackCells, describePlacing } from "../src/runtime/office/callback-report";
import { parseCount } from "../src/runtime/parse-count";

const HELP = `npm run callbacks [-- --show] [--max N] [--drop NUMBER] [--json] [--env FILE]
Rings each open department about the call-back that is due, and shows who waits. For cron, such as every ten minutes.
Who is not reached is tried five times: again after 10 minutes, then 20, 40 and 80.
  --show         only shows
  --max N        at most so many for each department (default 1)
  --drop NUMBER  takes a number off, and places nothing
  --json         prints one document, { callbacks, placings }, and nothing else
  --env FILE     the account, and LINK_SECRET and DOMAIN_NAME to place calls (default .env)
Placing needs the policy of the last npm run build.
Exit code 0, also when nothing is due, 1 when a call was not placed, 2 when something is missing or out of reach.`;

async function main(): Promise<void> {
  const flag = { type: "boolean", default: false } as const;
  const options = {
    show: flag,
    json: flag,
    help: { ...flag, short: "h" },
    drop: { type: "string" },
  } as const;
  const words = { max: { type: "string", default: "1" }, env: { type: "string", default: ".env" } } as const;
  const { values } = parseArgs({ options: { ...options, ...words } });
  if (values.help) return console.log(HELP);
  const { drop } = values;
  const most = parseCount("--max", values.max);
  const place = values.show || drop !== undefined ? undefined : most;
  const variables = loadVariables(values.env);
  const needed = [...READING_VARIABLES, ...(place === undefined ? [] : ["LINK_SECRET", "DOMAIN_NAME"])];
  const missing = missingVariables(variables, needed);
  if (missing.length > 0)
    throw new Error(`Cannot see to call-backs: ${missing.join(", ")} not set; see .env.example`);
  const report = await seeToCallbacks(openCommandWiring(variables, "dist/assets"), { place, drop });
  if (report.placings.some(({ outcome }) => outcome === "refused")) process.exitCode = 1;
  if (values.json) return console.log(JSON.stringify(documentOf(report), null, 2));
  for (const placing of report.placings) console.log(describePlacing(placing));
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const rows = report.callbacks.map((queued) => callbackCells(queued, timeZone));
  console.log(rows.length === 0 ? "No call-backs." : renderTable(CALLBACK_HEADINGS, rows));
}

main().catch(failWith);
