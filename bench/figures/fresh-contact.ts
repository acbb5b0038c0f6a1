import type { Quantity, Row } from "../row";
import { runChild } from "../run-child";
import { median } from "../statistics";
import type { Workbench } from "../workbench";

const REACH_MS = 60;

/** A contact's call in a fresh process, over an empty one, against a Function that loads the whole helper library. */
export async function measureFreshContact(bench: Workbench): Promise<readonly Row[]> {
  const assets = JSON.stringify(await bench.assetsWith(1000));
  const [empty, first] = [await bench.child("empty"), await bench.child("first-call")];
  const call = [first, bench.screenFile, bench.line, assets];
  const runs = { empty: [empty], ours: call, wholeSdk: [...call, require.resolve("twilio")] };
  const ms: Record<keyof typeof runs, number[]> = { empty: [], ours: [], wholeSdk: [] };
  // Interleaved, so that whatever else the machine does falls on all alike.
  for (let round = 0; round < (bench.quick ? 9 : 41); round += 1) {
    ms.empty.push(runChild(...runs.empty).ms);
    ms.ours.push(runChild(...runs.ours).ms);
    if (round % 4 === 0) ms.wholeSdk.push(runChild(...runs.wholeSdk).ms);
  }
  const over = (values: readonly number[], of: string): Quantity => ({
    value: median(values) - median(ms.empty),
    unit: "ms",
    of,
  });
  const measured = over(ms.ours, "module load to reply, over an empty node process");
  const against = over(ms.wholeSdk, "the same Function, loading the whole helper library");
  return [
    {
      figure: "/incoming/screen for a contact, fresh process",
      measured,
      against,
      ratio: against.value / Math.max(0.1, measured.value),
      reach: `at most ${REACH_MS} ms`,
      reached: measured.value <= REACH_MS,
    },
  ];
}
