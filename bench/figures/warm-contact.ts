import { readFileSync } from "node:fs";
import { FRIEND } from "../made-up-book";
import { type Row, timesLess } from "../row";
import { cpuOf, loadScreen } from "../screen-in-process";
import { median, percentile } from "../statistics";
import type { Workbench } from "../workbench";

const REACH_MS = 2;
const REACH_GROWTH = 1.5;

/** What a contact's call costs a warm Function, and what a hundred times as many contacts add to it. */
export async function measureWarmContact(bench: Workbench): Promise<readonly Row[]> {
  const rounds = bench.quick ? 1000 : 5000;
  const spend = async (contacts: number) => {
    const assets = await bench.assetsWith(contacts);
    return cpuOf(loadScreen(bench.screenFile, bench.line, assets), rounds);
  };
  const ten = await spend(10_000);
  return [
    await rowOfPercentile(bench, ten),
    rowOfGrowth(mean(await spend(1000)), mean(await spend(100_000))),
  ];
}

async function rowOfPercentile(bench: Workbench, spent: readonly number[]): Promise<Row> {
  const measured = { value: percentile(spent, 0.99), unit: "ms", of: "own CPU, p99, 10,000 contacts" };
  const against = {
    value: percentile(await spendOnScanning(bench), 0.99),
    unit: "ms",
    of: "only reading the book line by line for the caller, p99",
  };
  return {
    figure: "/incoming/screen for a contact, warm",
    measured,
    against,
    ratio: timesLess(measured, against),
    reach: `at most ${REACH_MS} ms`,
    reached: measured.value <= REACH_MS,
  };
}

async function spendOnScanning(bench: Workbench): Promise<number[]> {
  const files = Object.entries(await bench.assetsWith(10_000));
  const book = readFileSync(files.find(([path]) => path.endsWith(".tsv"))?.[1] ?? "", "utf8");
  const scan = () => book.split("\n").find((line) => line.split("\t")[0] === FRIEND);
  return cpuOf(scan, 300);
}

function rowOfGrowth(small: number, large: number): Row {
  return {
    figure: "the same with 100,000 contacts",
    measured: { value: large, unit: "ms", of: "own CPU, mean of the faster nine tenths, 100,000 contacts" },
    against: { value: small, unit: "ms", of: "the same, 1,000 contacts" },
    ratio: small / large,
    reach: `at most ${REACH_GROWTH} times`,
    reached: large <= small * REACH_GROWTH,
  };
}

/** Of the faster nine tenths: a collection of garbage that falls on one side only would decide a plain mean. */
function mean(values: readonly number[]): number {
  const ceiling = Math.max(percentile(values, 0.9), median(values));
  const kept = values.filter((value) => value <= ceiling);
  return kept.reduce((sum, value) => sum + value, 0) / kept.length;
}
