import { z } from "zod";
import { PEERS } from "../peers";
import { type Row, timesLess } from "../row";
import { runChild } from "../run-child";
import { percentile } from "../statistics";
import { ENGINE, ENGINE_PATIENCE, openVanityBench } from "../vanity/vanity-bench";
import type { Workbench } from "../workbench";

const REACH_US = 100;

/** What a warm process takes to spell a number, beside each of the others; nobody looks up what the words mean. */
export async function measureVanitySpeed(bench: Workbench): Promise<readonly Row[]> {
  const { paths, listPath } = await openVanityBench(bench);
  const child = await bench.child("spelling-times");
  const spent = (kind: string, patience: number, ...files: readonly string[]) => {
    const count = Math.ceil(patience / (bench.quick ? 10 : 1));
    return TIMES.parse(JSON.parse(runChild(child, kind, String(count), ...files).printed));
  };
  const ours = spent("engine", ENGINE_PATIENCE, paths.wordsPath, paths.definitionsPath);
  const peers = Object.entries(PEERS).map(([kind, { name, patience }]) => {
    return { name, times: spent(kind, patience, listPath) };
  });
  return [0.5, 0.99].flatMap((share) =>
    peers.map(({ name, times }): Row => {
      const measured = shareOf(share, { name: ENGINE, times: ours });
      const against = shareOf(share, { name, times });
      return {
        figure: `a number spelled, warm, beside ${name}`,
        ...{ measured, against, ratio: timesLess(measured, against) },
        reach: `at most ${REACH_US} us, whatever the others take`,
        reached: measured.value <= REACH_US,
      };
    }),
  );
}

const TIMES = z.array(z.number());

function shareOf(share: number, { name, times }: { readonly name: string; readonly times: number[] }) {
  const of = `p${100 * share}, ${name}, ${times.length} numbers`;
  return { value: percentile(times, share), unit: "us", of };
}
