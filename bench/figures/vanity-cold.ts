import type { Row } from "../row";
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
  const commands: Record<string, string[]> = {
    empty: [empty],
    engine: [ours, paths.wordsPath, paths.definitionsPath, NUMBER],
    map: [theirs, "map", listPath, NUMBER],
    brute: [theirs, "brute", listPath, NUMBER],
    expressions: [theirs, "expressions", listPath, NUMBER],
  };
  const ms = inTurns(commands, bench.quick ? 5 : 30);
  const over = (name: string) => Math.max(0, median(ms[name] ?? []) - median(ms.empty ?? []));
  const measured = {
    value: over("engine"),
    unit: "ms",
    of: "words opened, a number spelled, three explained",
  };
  return [
    ["map", "a map of words"],
    ["brute", "a set of words and brute force"],
    ["expressions", "regular expressions"],
  ].map(([name = "", title = ""]) => {
    const against = { value: over(name), unit: "ms", of: `the list read, ${title}, a number spelled` };
    return {
      figure: "the first number spelled by a fresh process, over an empty one",
      ...{ measured, against, ratio: against.value / measured.value },
      reach: `at most ${REACH_MS} ms`,
      reached: measured.value <= REACH_MS,
    };
  });
}

/** One after the other, round by round: whatever slows the machine down for a while, slows all of them. */
function inTurns(
  commands: Readonly<Record<string, readonly string[]>>,
  rounds: number,
): Record<string, number[]> {
  const ms: Record<string, number[]> = {};
  for (let round = 0; round < rounds; round++)
    for (const [name, parameters] of Object.entries(commands))
      ms[name] = [...(ms[name] ?? []), runChild(...parameters).ms];
  return ms;
}
