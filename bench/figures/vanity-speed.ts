import { type Row, timesLess } from "../row";
import { percentile } from "../statistics";
import { drawFrom, northAmerican } from "../vanity/random-numbers";
import { openVanityBench, type Speller } from "../vanity/vanity-bench";
import type { Workbench } from "../workbench";

const REACH_US = 100;
const TRIES = 3;

/** What a warm process takes to spell a number, beside each of the others; nobody looks up what the words mean. */
export async function measureVanitySpeed(bench: Workbench): Promise<readonly Row[]> {
  const { spellers } = await openVanityBench(bench);
  const [engine, ...peers] = spellers.map((speller) => ({ name: speller.name, spent: spend(speller) }));
  if (engine === undefined) throw new Error("Cannot measure: nobody spells");
  return [0.5, 0.99].flatMap((share) =>
    peers.map((peer): Row => {
      const of = `p${100 * share}, ${engine.name}, ${engine.spent.length} numbers`;
      const measured = { value: percentile(engine.spent, share), unit: "us", of };
      const against = {
        value: percentile(peer.spent, share),
        unit: "us",
        of: `p${100 * share}, ${peer.name}, ${peer.spent.length} numbers`,
      };
      return {
        figure: `a number spelled, warm, beside ${peer.name}`,
        ...{ measured, against, ratio: timesLess(measured, against) },
        reach: `at most ${REACH_US} us, whatever the others take`,
        reached: measured.value <= REACH_US,
      };
    }),
  );
}

/** Of each number the shortest of three times, in microseconds: whatever else the machine does can only add to it. */
function spend({ patience, spell }: Speller): number[] {
  const warm = drawFrom(1);
  for (let round = 0; round < patience / 4; round++) spell(northAmerican(warm));
  const draw = drawFrom(2);
  return Array.from({ length: patience }, () => {
    const number = northAmerican(draw);
    return Math.min(...Array.from({ length: TRIES }, () => timed(() => spell(number))));
  });
}

function timed(work: () => unknown): number {
  const started = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - started) / 1000;
}
