import { parseArgs } from "node:util";
import { failWith } from "../simulator/fail-with";
import { paintFor } from "../simulator/paint";
import { printScenario } from "../simulator/print-report";
import { readScenarios } from "../simulator/read-scenario";
import { runScenarios } from "../simulator/run-scenarios";

const HELP = `npm run scenario -- FILE… [--json]
Runs scripted calls against Gatehouse on local Twilio. test/scenarios/README.md describes what they may hold.
  --json   print one document with everything that happened, and nothing else (npm itself prints two lines before
           it, unless told to be silent: npm run -s scenario -- FILE --json)
Exit code 0 when every expectation holds, 1 when one fails, 2 when a script is broken.`;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) return console.log(HELP);
  if (positionals.length === 0) throw new Error(`Cannot run scenarios: no file given\n${HELP}`);
  const paint = paintFor(process.stdout, process.env);
  const runs = await runScenarios(await readScenarios(positionals), (run) => {
    if (!values.json) console.log(printScenario(run, paint));
  });
  const reports = runs.map(({ report }) => report);
  const failed = reports.filter(({ ok }) => !ok);
  if (values.json) process.stdout.write(`${JSON.stringify({ scenarios: reports }, null, 2)}\n`);
  else console.log(`${reports.length - failed.length} of ${reports.length} scenarios passed`);
  for (const { name, failures, complaints } of values.json ? failed : [])
    console.error([name, ...failures, ...complaints].join("\n  "));
  process.exitCode = failed.length === 0 ? 0 : 1;
}

main().catch(failWith);
