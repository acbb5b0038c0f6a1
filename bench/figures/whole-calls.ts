import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { House } from "../../simulator/house";
import { BLOCKED, callHouse, friendOf, openBenchHouse } from "../bench-house";
import { leavesMessage, staysSilent, strangerNumber } from "../callers";
import type { Row } from "../row";
import { slope } from "../statistics";
import type { Workbench } from "../workbench";

const REACH_PER_SECOND = 20;
/** Callers at a time: on the telephone, too, people do not queue for each other. */
const LANES = 8;
const SAMPLE_EVERY = 100;
/** How much larger data is on the heap than as JSON, generously. */
const HEAP_OVER_JSON = 4;

/** Kilobytes: the live heap, and what local Twilio keeps on purpose, after so many calls. */
interface Sample {
  readonly calls: number;
  readonly heap: number;
  readonly kept: number;
}

/** Whole calls in one process, over HTTP, as fast as they go: strangers who pass and leave a message among them. */
export async function measureWholeCalls(bench: Workbench): Promise<readonly Row[]> {
  const house = await openBenchHouse(bench);
  try {
    const friend = await friendOf(house);
    await placeCalls(house, friend, { from: 0, to: 100, lanes: LANES });
    const inTurn = performance.now();
    await placeCalls(house, friend, { from: 0, to: SAMPLE_EVERY, lanes: 1 });
    const oneByOne = SAMPLE_EVERY / ((performance.now() - inTurn) / 1000);
    const total = 100 + (bench.quick ? 300 : 5000);
    const samples: Sample[] = [];
    let ms = 0;
    for (let from = 100; from < total; from += SAMPLE_EVERY) {
      const started = performance.now();
      await placeCalls(house, friend, { from, to: from + SAMPLE_EVERY, lanes: LANES });
      ms += performance.now() - started;
      house.mailbox.clear();
      samples.push({ calls: from, heap: heapInKilobytes(), kept: keptInKilobytes(house) });
    }
    const rate = rateRow((total - 100) / (ms / 1000), oneByOne);
    // A few hundred calls say nothing of a slope: until then caches fill and code is compiled.
    return bench.quick ? [rate] : [rate, memoryRow(samples)];
  } finally {
    await house.close();
  }
}

async function placeCalls(
  house: House,
  friend: string,
  { from, to, lanes }: { from: number; to: number; lanes: number },
): Promise<void> {
  let next = from;
  const lane = async () => {
    while (next < to) await placeCall(house, friend, next++);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

async function placeCall(house: House, friend: string, index: number): Promise<void> {
  const kind = index % 4;
  if (kind === 0) await callHouse(house, friend, staysSilent());
  else if (kind === 1) await callHouse(house, BLOCKED, staysSilent());
  else await callHouse(house, strangerNumber(index), leavesMessage());
}

function rateRow(value: number, oneByOne: number): Row {
  return {
    figure: "local Twilio, whole screened calls over HTTP, one process",
    measured: {
      value,
      unit: "calls a second",
      of: `contact, blocked, and two strangers who leave a message; ${LANES} at a time`,
    },
    against: { value: oneByOne, unit: "calls a second", of: "the same calls, one after another" },
    ratio: value / oneByOne,
    reach: `at least ${REACH_PER_SECOND} a second`,
    reached: value >= REACH_PER_SECOND,
  };
}

/** Of the later half: by then the journal holds as much as it ever does, and the code is compiled. */
function memoryRow(samples: readonly Sample[]): Row {
  const later = samples.slice(Math.floor(samples.length / 2));
  const heap = slope(later.map(({ calls, heap }) => [calls, heap]));
  const kept = slope(later.map(({ calls, kept }) => [calls, kept]));
  return {
    figure: `memory over these ${samples.length * SAMPLE_EVERY} calls`,
    measured: { value: heap, unit: "kB a call", of: "slope of the live heap, later half" },
    against: { value: kept, unit: "kB a call", of: "calls, recordings and Sync items that stay, as JSON" },
    ratio: heap <= 0 ? Number.POSITIVE_INFINITY : kept / heap,
    reach: `at most ${HEAP_OVER_JSON} times what stays on purpose`,
    reached: heap <= kept * HEAP_OVER_JSON,
  };
}

function keptInKilobytes(house: House): number {
  const { calls, recordings } = house.local.account;
  return JSON.stringify([house.sync(), [...calls.values()], [...recordings.values()]]).length / 1024;
}

function heapInKilobytes(): number {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  if (typeof collect === "function") collect();
  return process.memoryUsage().heapUsed / 1024;
}
