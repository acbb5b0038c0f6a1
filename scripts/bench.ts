import { parseArgs } from "node:util";
import { figures } from "../bench/figures";
import { describeRow, type Row } from "../bench/row";
import { openWorkbench } from "../bench/workbench";

const HELP = `npm run bench [-- --quick] [--json] [--only FIGURE]…

Measures every figure of speed and size, each beside what it is compared with, in this run: some five minutes.
  --quick        rougher, in half a minute; leaves out memory and the test suite, which cannot be had quickly
  --only FIGURE  that one; may be repeated
  --json         print one document, and nothing else; "ratio" is null where nothing was spent
Exit code 0 whether or not a figure is reached, 1 when one could not be measured, 2 for a wrong option.
Figures: ${Object.keys(figures).join(", ")}`;
const OPTIONS = {
  help: { type: "boolean", short: "h" },
  json: { type: "boolean", default: false },
  quick: { type: "boolean", default: false },
  only: { type: "string", multiple: true },
} as const;

async function main({ json, quick, only }: Wanted): Promise<void> {
  const bench = await openWorkbench(quick);
  const rows: Row[] = [];
  try {
    for (const [name, measure] of Object.entries(figures)) {
      if (only !== undefined && !only.includes(name)) continue;
      const found = await measure(bench);
      rows.push(...found);
      if (!json) for (const row of found) console.log(`${describeRow(row)}\n`);
    }
  } finally {
    await bench.close();
  }
  if (json) console.log(JSON.stringify({ quick, rows }, null, 2));
  else console.log(`${rows.filter(({ reached }) => reached).length} of ${rows.length} figures reached`);
}

interface Wanted {
  readonly json: boolean;
  readonly quick: boolean;
  readonly only?: readonly string[] | undefined;
}

function fail(code: number): (error: unknown) => void {
  return (error) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = code;
  };
}

try {
  const { values } = parseArgs({ options: OPTIONS });
  const unknown = values.only?.filter((name) => !(name in figures)) ?? [];
  if (unknown.length > 0) throw new Error(`Cannot measure ${unknown.join(", ")}: see --help`);
  if (values.help) console.log(HELP);
  else main(values).catch(fail(1));
} catch (error) {
  fail(2)(error);
}
