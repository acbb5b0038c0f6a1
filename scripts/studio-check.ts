import { parseArgs } from "node:util";
import { type CheckedFile, checkFlowFile, printProblem } from "../local-twilio/studio/lint/check-flow-file";

const HELP = `Usage: npm run studio:check -- FILE… [--bindings FILE] [--json]

Lints Studio flows: what Studio would refuse, and what callers would regret.

  --bindings FILE  deliberate ends and base URL of each flow; by default bindings.json beside a flow, when it lists it
  --json           print one JSON document: { "flows": [ { "file", "problems": [ { rule, severity, widget?, message } ] } ] }
  --help           print this

Exit code: 0 no errors (there may be warnings), 1 errors, 2 a file that is missing or no JSON.`;

function main(): number {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      bindings: { type: "string" },
      json: { type: "boolean" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) return print(HELP, 0);
  if (positionals.length === 0) throw new Error("which flow? Give at least one FILE (--help tells more)");
  const flows = positionals.map((file) => checkFlowFile(file, values.bindings));
  const hasErrors = flows.some(({ problems }) => problems.some(({ severity }) => severity === "error"));
  return print(values.json ? JSON.stringify({ flows }, null, 2) : describe(flows), hasErrors ? 1 : 0);
}

function describe(flows: readonly CheckedFile[]): string {
  const problems = flows.flatMap((flow) => flow.problems);
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const lines = flows.flatMap(({ file, problems: found }) =>
    found.map((problem) => printProblem(file, problem)),
  );
  return [...lines, `${flows.length} checked: ${errors} errors, ${problems.length - errors} warnings`].join(
    "\n",
  );
}

function print(text: string, exitCode: number): number {
  process.stdout.write(`${text}\n`);
  return exitCode;
}

try {
  process.exitCode = main();
} catch (error) {
  process.stderr.write(`studio:check: ${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 2;
}
