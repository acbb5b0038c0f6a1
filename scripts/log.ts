/** `npm run log`: the calls, from the terminal. */
import { parseArgs } from "node:util";
import { failWith } from "../simulator/fail-with";
import { renderTable } from "../src/lists/render-table";
import { CALL_HEADINGS, callCells, chooseCalls } from "../src/runtime/call-report";
import {
  loadVariables,
  missingVariables,
  openCommandWiring,
  READING_VARIABLES,
} from "../src/runtime/command-wiring";
import { parseCount } from "../src/runtime/parse-count";
import { parseSince } from "../src/runtime/parse-since";
import { listCalls } from "../src/store/calls";

const HELP = `npm run log [-- --last N] [--since WHEN] [--json] [--env FILE]
Shows the calls of the account that the environment or .env names, the newest first: who called which line, what was
decided by which rule, and why, the department, how long the caller waited and talked, and how it ended ("message": was
told something, or asked to be called back; "voicemail": left a message).
  --last N      at most so many (default 20; with --since all)
  --since WHEN  from then on: a day (2026-01-05), an instant, or a while ago (30m, 12h, 7d)
  --json        prints one document, { calls }, and nothing else; with each rule's line of the trace
  --env FILE    where the account's variables are (default .env)
Exit code 0, 2 when something is missing or out of reach.`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      last: { type: "string" },
      since: { type: "string" },
      json: { type: "boolean", default: false },
      env: { type: "string", default: ".env" },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) return console.log(HELP);
  const since = values.since === undefined ? undefined : parseSince(values.since, Date.now());
  const last = values.last ?? (since === undefined ? "20" : undefined);
  const most = last === undefined ? Number.POSITIVE_INFINITY : parseCount("--last", last);
  const variables = loadVariables(values.env);
  const missing = missingVariables(variables, READING_VARIABLES);
  if (missing.length > 0)
    throw new Error(`Cannot show the calls: ${missing.join(", ")} not set; see .env.example`);
  const { sync } = openCommandWiring(variables, "dist/assets");
  const calls = chooseCalls(await listCalls(sync()), { since, last: most });
  if (values.json) return console.log(JSON.stringify({ calls }, null, 2));
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const rows = calls.map((call) => callCells(call, timeZone));
  console.log(rows.length === 0 ? "No calls." : renderTable(CALL_HEADINGS, rows));
}

main().catch(failWith);
