import { PEERS } from "../peers";
import { type Row, timesLess } from "../row";
import { runChild } from "../run-child";
import { median } from "../statistics";
import { openVanityBench } from "../vanity/vanity-bench";
import type { Workbench } from "../workbench";

const REACH_MS = 15;
/** FLOWERS, on the keys. */
const NUMBER = "2123569377";

/** What the first number costs a fresh process over one that does nothing: ours with definitions, the others without. */
export async function measureVanityCold(bench: Workbench): Promise<readonly Row[]> {
  const { paths, listPath } = await openVanityBench(bench);
  const ours = await bench.child("first-spelling");
  const theirs = await bench.child("first-peer-spelling");
  const empty = await bench.child("empty");
  const rounds = (count: number) => (bench.quick ? 9 : count);
  const over = (count: number, ...command: readonly string[]) => overEmpty(empty, command, rounds(count));
  const value = over(61, ours, paths.wordsPath, paths.definitionsPath, NUMBER);
  const measured = { value, unit: "ms", of: "words opened, a number spelled, three explained" };
  return Object.entries(PEERS).map(([kind, { name }]) => {
    const of = `the list read, ${name}, a number spelled`;
    const against = { value: over(15, theirs, kind, listPath, NUMBER), unit: "ms", of };
    return {
      figure: "the first number spelled by a fresh process, over an empty one",
      ...{ measured, against, ratio: timesLess(measured, against) },
      reach: `at most ${REACH_MS} ms`,
      reached: measured.value <= REACH_MS,
    };
  });
}

/**
 * Each process is held against an empty one that ran right before it, and the middle of the differences is taken: a machine's
 * pace changes by more than what is measured.
 */
function overEmpty(empty: string, command: readonly string[], rounds: number): number {
  const differences = Array.from({ length: rounds }, () => {
    const before = runChild(empty).ms;
    return runChild(...command).ms - before;
  });
  return Math.max(0, median(differences));
}
