import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type House, openHouse } from "../../simulator/house";
import { callHouse, functionMs, SLOW_MS } from "../bench-house";
import { staysSilent, strangerNumber } from "../callers";
import type { Row } from "../row";
import type { Workbench } from "../workbench";

const HOST = "http:rest-api.telesign.com";
/** As the policy has it when it says nothing. */
const TIMEOUT_MS = 1500;
/** What a process that is busy with other things may add. */
const SLACK_MS = 250;

/**
 * What the rule `reputation` adds until a stranger hears the first word: in round trips, each slowed by the same, when the score
 * is remembered and when it has to be asked for; and in time, when the provider never answers.
 */
export async function measureReputationRule(bench: Workbench): Promise<readonly Row[]> {
  const plain = await inHouse(bench, ["blocklist", "challenge"], async (house) => {
    await screenMs(house, 1);
    slowDown(house);
    return turns(house);
  });
  return inHouse(bench, ["blocklist", "reputation", "challenge"], async (house) => {
    await screenMs(house, 1);
    slowDown(house);
    const asked = await turns(house);
    const remembered = await turns(house);
    house.local.faults.clear();
    house.local.faults.add({ on: HOST, fault: { kind: "timeout" } });
    const silent = await screenMs(house, 5);
    return [rememberedRow(remembered - plain, plain), askedRow(asked - plain), silentRow(silent)];
  });
}

async function inHouse<T>(
  bench: Workbench,
  rules: readonly string[],
  work: (house: House) => Promise<T>,
): Promise<T> {
  const policy = join(bench.folder, `policy-${rules.join("-")}.json`);
  const lines = { [bench.line]: { rules, ring: { to: "+12125550199" } } };
  await writeFile(policy, JSON.stringify({ lines, reputation: { timeoutMs: TIMEOUT_MS } }));
  const house = await openHouse({ workshop: bench.workshop, files: { policy } });
  try {
    return await work(house);
  } finally {
    await house.close();
  }
}

/** The first call of a house is not looked at: it loads the helper library. */
async function screenMs(house: House, stranger: number): Promise<number> {
  return functionMs(await callHouse(house, strangerNumber(stranger), staysSilent()), "/incoming/screen");
}

function slowDown({ local: { faults } }: House): void {
  for (const on of ["sync:* *", HOST]) faults.add({ on, fault: { kind: "slow", ms: SLOW_MS } });
}

/** The fewest of three strangers': whatever else the machine does can only add to them. */
async function turns(house: House): Promise<number> {
  const taken: number[] = [];
  for (const stranger of [2, 3, 4]) taken.push(await screenMs(house, stranger));
  return Math.round(Math.min(...taken) / SLOW_MS);
}

function rememberedRow(value: number, plain: number): Row {
  return {
    figure: "the reputation rule, score remembered",
    measured: { value, unit: "round trips", of: "more than without the rule" },
    against: { value: plain, unit: "round trips", of: "without the rule" },
    ratio: value === 0 ? Number.POSITIVE_INFINITY : plain / value,
    reach: "none: it is read in the batch of the other lists",
    reached: value <= 0,
  };
}

const ASKING = 4;

function askedRow(value: number): Row {
  return {
    figure: "the reputation rule, score asked for",
    measured: { value, unit: "round trips", of: "more than without the rule" },
    against: { value: ASKING, unit: "round trips", of: "two to count it, one to ask, one to remember" },
    ratio: ASKING / value,
    reach: `at most ${ASKING}`,
    reached: value <= ASKING,
  };
}

function silentRow(value: number): Row {
  return {
    figure: "/incoming/screen when the provider never answers",
    measured: { value, unit: "ms", of: "the whole Function" },
    against: { value: TIMEOUT_MS, unit: "ms", of: "reputation.timeoutMs" },
    ratio: TIMEOUT_MS / value,
    reach: `at most ${TIMEOUT_MS + SLACK_MS} ms`,
    reached: value <= TIMEOUT_MS + SLACK_MS,
  };
}
