import type { Row } from "../row";
import { type Scan, scanFor } from "../vanity/denied-in";
import { dialled } from "../vanity/fault-of";
import { drawFrom, northAmerican } from "../vanity/random-numbers";
import { openVanityBench, type Speller } from "../vanity/vanity-bench";
import type { Workbench } from "../workbench";

/** How many random numbers have five spellings, and how many spellings can be read to hold something offensive. */
export async function measureVanityFaults(bench: Workbench): Promise<readonly Row[]> {
  const { spellers, denied } = await openVanityBench(bench);
  const scan = scanFor(denied);
  const [engine, ...peers] = spellers.map((speller) => countFaults(speller, scan));
  if (engine === undefined) throw new Error("Cannot measure: nobody spells");
  const best = (of: (counts: Counts) => number, better: (...values: number[]) => number) => ({
    value: better(...peers.map(of)),
    unit: "%",
    of: `the best of ${peers.map((peer) => `${peer.name} ${of(peer).toPrecision(3)}`).join(", ")}`,
  });
  const five = { value: engine.withFive, unit: "%", of: `${engine.name}, ${engine.numbers} random numbers` };
  const offence = {
    value: engine.offending,
    unit: "%",
    of: `${engine.name}, ${engine.numbers} random numbers`,
  };
  const bestFive = best(({ withFive }) => withFive, Math.max);
  const bestOffence = best(({ offending }) => offending, Math.min);
  return [
    {
      figure: "numbers with five distinct spellings that dial back",
      ...{ measured: five, against: bestFive, ratio: five.value / bestFive.value },
      reach: "100 %",
      reached: five.value === 100,
    },
    {
      figure: "spellings that can be read to hold a denied string",
      ...{ measured: offence, against: bestOffence },
      ratio: offence.value === 0 ? Number.POSITIVE_INFINITY : bestOffence.value / offence.value,
      reach: "none; all have the same words, which are clean by themselves",
      reached: offence.value === 0,
    },
  ];
}

interface Counts {
  readonly name: string;
  readonly numbers: number;
  /** Percent of the numbers. */
  readonly withFive: number;
  /** Percent of the spellings. */
  readonly offending: number;
}

function countFaults({ name, patience: numbers, spell }: Speller, scan: Scan): Counts {
  const draw = drawFrom(99);
  const counts = { withFive: 0, spellings: 0, offending: 0 };
  for (let round = 0; round < numbers; round++) {
    const number = northAmerican(draw);
    const found = spell(number).filter(({ spelling }) => dialled(spelling) === number);
    if (new Set(found.map(({ spelling }) => spelling)).size >= 5) counts.withFive++;
    counts.spellings += found.length;
    counts.offending += found.filter((shown) => scan(shown).length > 0).length;
  }
  const withFive = (100 * counts.withFive) / numbers;
  return { name, numbers, withFive, offending: (100 * counts.offending) / Math.max(1, counts.spellings) };
}
