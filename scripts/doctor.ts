import { parseArgs } from "node:util";
import { failWith } from "../simulator/fail-with";
import { CHECKS } from "../src/doctor/checks";
import { chooseChecks } from "../src/doctor/choose-checks";
import { examine } from "../src/doctor/examine";
import { FACT_SOURCES } from "../src/doctor/facts/fact-sources";
import { showProgress } from "../src/doctor/progress";
import { exitCodeOf, renderReport, reportOf } from "../src/doctor/render-report";
import { loadVariables } from "../src/runtime/command-wiring";

const HELP = `npm run doctor [-- --only NAME,… --json]
Looks at everything that calls, mails and lists depend on, here and on the Twilio account that the environment or
.env names, and says what mends what is amiss. It changes nothing.
  --only NAME,…   these checks only: ${CHECKS.map(({ name }) => name).join(", ")}
  --json          print one document, { checks: [{ name, level, found, fix? }], worst }, and nothing else
Exit code 0 when all is well, 1 with warnings, 2 with failures.`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      only: { type: "string", multiple: true, default: [] },
      json: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) return console.log(HELP);
  const checks = chooseChecks(CHECKS, values.only);
  const progress = showProgress(process.stderr, checks.length);
  const world = {
    projectDir: ".",
    variables: loadVariables(".env"),
    nodeVersion: process.versions.node,
    now: Date.now,
  };
  const examination = await examine(world, {
    checks,
    sources: FACT_SOURCES,
    onChecked: progress.onChecked,
  });
  progress.end();
  const isColoured = process.stdout.isTTY === true && !process.env.NO_COLOR;
  const text = values.json
    ? JSON.stringify(reportOf(examination), null, 2)
    : renderReport(examination, isColoured);
  // What did not answer in time may still hold a connection open.
  process.stdout.write(`${text}\n`, () => process.exit(exitCodeOf(examination.worst)));
}

main().catch(failWith);
