import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { collectWords } from "../../src/build/vanity/collect-words";
import { type Row, timesLess } from "../row";
import { runChild } from "../run-child";
import { median } from "../statistics";
import { openVanityBench, type VanityBench } from "../vanity/vanity-bench";
import type { Workbench } from "../workbench";

const REACH_MB = 5;

/** What the words take, as Assets and in the memory of a warm Function. */
export async function measureVanitySize(bench: Workbench): Promise<readonly Row[]> {
  const vanity = await openVanityBench(bench);
  return [await assetsRow(bench, vanity), memoryRow(await bench.child("vanity-memory"), vanity)];
}

async function assetsRow({ folder }: Workbench, { paths }: VanityBench): Promise<Row> {
  const json = join(folder, "words.json");
  await writeFile(json, JSON.stringify((await collectWords()).words));
  const measured = {
    value: megabytes(paths.wordsPath) + megabytes(paths.definitionsPath),
    unit: "MB",
    of: "words and definitions",
  };
  const against = { value: megabytes(json), unit: "MB", of: "the same as JSON" };
  return sizeRow("Assets of the words", measured, against);
}

function memoryRow(child: string, { paths, listPath }: VanityBench): Row {
  const used = (...parameters: readonly string[]) =>
    median([1, 2, 3].map(() => Number(runChild("--expose-gc", child, ...parameters).printed))) / 1e6;
  const measured = {
    value: used("engine", paths.wordsPath, paths.definitionsPath),
    unit: "MB",
    of: "heap and buffers, words opened, 1000 numbers spelled and explained",
  };
  const against = { value: used("map", listPath), unit: "MB", of: "the same of a map of words" };
  return sizeRow("memory of the words", measured, against);
}

function sizeRow(figure: string, measured: Row["measured"], against: Row["against"]): Row {
  const ratio = timesLess(measured, against);
  const reached = measured.value <= REACH_MB;
  return { figure, measured, against, ratio, reach: `at most ${REACH_MB} MB`, reached };
}

const megabytes = (path: string) => readFileSync(path).byteLength / 1e6;
