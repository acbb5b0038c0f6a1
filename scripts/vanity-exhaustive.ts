import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { LOCAL_SEVENS } from "../bench/vanity/local-sevens";
import { sweep } from "../bench/vanity/sweep";

const HELP = `npm run vanity:all [-- --sample N] [--area-code NNN]

Spells all 7,920,000 last sevens that North America's numbers can have, on all cores: each must have five distinct spellings that
dial back, none of which can be read to hold a denied string. Some minutes.
  --sample N       only so many of them, spread evenly
  --area-code NNN  what stands before them; 800 by default
Exit code 0 when all have, 1 with examples when not, 2 for a wrong option.`;
const SHOWN = 20;

async function main(numbers: number, areaCode: string): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), "gatehouse-sweep-"));
  const started = performance.now();
  const sums = { numbers: 0, spellings: 0, faults: 0 };
  const seconds = () => ((performance.now() - started) / 1000).toFixed(0);
  try {
    await sweep({
      ...{ areaCode, numbers, folder },
      onReport: (report) => {
        sums.numbers += report.numbers;
        sums.spellings += report.spellings;
        for (const fault of report.faults) if (++sums.faults <= SHOWN) console.log(fault);
        if (process.stderr.isTTY) process.stderr.write(`\r${sums.numbers} of ${numbers}, ${seconds()} s `);
      },
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  console.log(
    `${sums.numbers} numbers, ${sums.spellings} spellings: ${sums.faults} faults, in ${seconds()} s`,
  );
  return sums.faults === 0 ? 0 : 1;
}

function fail(code: number): (error: unknown) => void {
  return (error) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = code;
  };
}

const help = { type: "boolean", short: "h" } as const;
const text = { type: "string" } as const;
try {
  const { values } = parseArgs({ options: { help, sample: text, "area-code": text } });
  const { sample = String(LOCAL_SEVENS), "area-code": areaCode = "800" } = values;
  const numbers = Math.min(LOCAL_SEVENS, Number(sample));
  if (!/^[1-9]\d*$/.test(sample)) throw new Error(`--sample wants a count, such as 100000, not ${sample}`);
  if (!/^[2-9]\d\d$/.test(areaCode)) throw new Error(`--area-code wants three digits, not ${areaCode}`);
  if (values.help) console.log(HELP);
  else main(numbers, areaCode).then((code) => (process.exitCode = code), fail(1));
} catch (error) {
  fail(2)(error);
}
