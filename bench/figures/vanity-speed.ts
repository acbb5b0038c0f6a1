import { z } from "zod";
import { PEERS } from "../peers";
import { type Row, timesLess } from "../row";
import { runChild } from "../run-child";
import { percentile } from "../statistics";
import { ENGINE, ENGINE_PATIENCE, openVanityBench } from "../vanity/vanity-bench";
import type { Workbench } from "../workbench";

const REACH_US = 100;

/** What a warm process takes to spell a number, beside each of the others; without what the words mean, and with it. */
export async function measureVanitySpeed(bench: Workbench): Promise<readonly Row[]> {
  const { paths, listPath } = await openVanityBench(bench);
  const child = await bench.child("spelling-times");
  const spent = (kind: string, patience: number, ...files: readonly string[]) => {
    const count = Math.ceil(patience / (bench.quick ? 10 : 1));
    return TIMES.parse(JSON.parse(runChild(child, kind, String(count), ...files).printed));
  };
  const own = (kind: string) => spent(kind, ENGINE_PATIENCE, paths.wordsPath, paths.definitionsPath);
  const ours = [
    { name: ENGINE, times: own("engine") },
    { name: `${ENGINE}, words explained`, times: own("explained") },
  ];
  const peers = Object.entries(PEERS).map(([kind, { name, patience }]) => {
    return { name, times: spent(kind, patience, listPath) };
  });
  return ours.flatMap((mine) =>
    [0.5, 0.99].flatMap((share) => peers.map((peer) => rowOf(share, mine, peer))),
  );
}

function rowOf(share: number, mine: Spent, peer: Spent): Row {
  const [measured, against] = [shareOf(share, mine), shareOf(share, peer)];
  return {
    figure: `a number spelled, warm, beside ${peer.name}`,
    ...{ measured, against, ratio: timesLess(measured, against) },
    reach: `at most ${REACH_US} us, whatever the others take`,
    reached: measured.value <= REACH_US,
  };
}

/** Who spelled numbers, and what each took. */
interface Spent {
  readonly name: string;
  readonly times: readonly number[];
}

const TIMES = z.array(z.number());

function shareOf(share: number, { name, times }: Spent) {
  const of = `p${100 * share}, ${name}, ${times.length} numbers`;
  return { value: percentile(times, share), unit: "us", of };
}
