import { parentPort, workerData } from "node:worker_threads";
import { openWordFiles } from "../../src/runtime/vanity/word-files";
import { spell } from "../../src/vanity/spell";
import { scanFor } from "./denied-in";
import { faultOf } from "./fault-of";
import { LOCAL_SEVENS, localSeven } from "./local-sevens";
import type { SweepPart, SweepReport } from "./sweep";

/** As a thread of `sweep`: goes through its part of the numbers, and reports every so often. */
const { wordsPath, definitionsPath, denied, areaCode, numbers, first, step }: SweepPart = workerData;
const { lexicon } = openWordFiles({ wordsPath, definitionsPath });
const scan = scanFor(denied);
const REPORT_EVERY = 20_000;

let report: SweepReport = { numbers: 0, spellings: 0, faults: [] };
for (let index = first; index < numbers; index += step) {
  const place = Math.floor(((index + 0.5) * LOCAL_SEVENS) / numbers);
  report = add(report, areaCode + localSeven(place));
  if (report.numbers < REPORT_EVERY) continue;
  parentPort?.postMessage(report);
  report = { numbers: 0, spellings: 0, faults: [] };
}
parentPort?.postMessage(report);

function add({ numbers, spellings, faults }: SweepReport, number: string): SweepReport {
  const found = spell(number, { lexicon });
  const fault = faultOf(
    number,
    found.map(({ spelling }) => spelling),
  );
  const offences = found.flatMap((shown) => scan(shown).map((text) => `${shown.spelling} reads ${text}`));
  const own = [fault, ...offences].filter((text) => text !== undefined);
  return {
    numbers: numbers + 1,
    spellings: spellings + found.length,
    faults: own.length === 0 ? faults : [...faults, ...own],
  };
}
