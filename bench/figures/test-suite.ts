import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import type { Row } from "../row";
import { runChild } from "../run-child";
import type { Workbench } from "../workbench";

const REACH_SECONDS = 150;

/** The part that is read of the report of jest. Times are epoch milliseconds. */
interface SuiteReport {
  readonly testResults: readonly { readonly startTime: number; readonly endTime: number }[];
}

/** How long `npm test` takes, against its files one after another. Left out of a quick run. Rejects when a test fails. */
export async function measureTestSuite(bench: Workbench): Promise<readonly Row[]> {
  if (bench.quick) return [];
  const output = join(bench.folder, "tests.json");
  const jest = join(dirname(require.resolve("jest/package.json")), "bin", "jest.js");
  const { ms } = runChild(jest, "--json", `--outputFile=${output}`);
  const { testResults }: SuiteReport = JSON.parse(readFileSync(output, "utf8"));
  const inTurn = testResults.reduce((sum, { startTime, endTime }) => sum + endTime - startTime, 0);
  return [
    {
      figure: "npm test",
      measured: { value: ms / 1000, unit: "s", of: `on ${availableParallelism()} cores` },
      against: { value: inTurn / 1000, unit: "s", of: "the time of its files, added up" },
      ratio: inTurn / ms,
      reach: `at most ${REACH_SECONDS} s on two cores`,
      reached: ms <= REACH_SECONDS * 1000,
    },
  ];
}
