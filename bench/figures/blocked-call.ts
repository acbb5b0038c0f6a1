import twilio from "twilio";
import type { House } from "../../simulator/house";
import { SYNC_MAPS } from "../../src/store/maps";
import { openSync } from "../../src/store/open-sync";
import { BLOCKED, callHouse, functionMs, openBenchHouse, SLOW_MS } from "../bench-house";
import { leavesMessage, staysSilent, strangerNumber } from "../callers";
import type { Row } from "../row";
import type { Workbench } from "../workbench";

/** A blocked call: that it costs nothing, and how long its reads take in one batch and one after another. */
export async function measureBlockedCall(bench: Workbench): Promise<readonly Row[]> {
  const house = await openBenchHouse(bench);
  try {
    await callHouse(house, BLOCKED, staysSilent());
    const stranger = await callHouse(house, strangerNumber(1), leavesMessage());
    house.local.journal.clear();
    house.local.faults.add({ on: "sync:GET *", fault: { kind: "slow", ms: SLOW_MS } });
    const call = await callHouse(house, BLOCKED, staysSilent());
    const reads = house.local.journal.sync
      .filter(({ target }) => target.startsWith("GET "))
      .map(({ target }) => target);
    const functions = call.functions.length;
    const batch = functionMs(call, "/incoming/screen");
    const sequential = await readInTurn(house, reads);
    return [
      {
        figure: "a blocked call: Functions run, and whether it was answered",
        measured: { value: functions, unit: "Functions", of: call.answered ? "ANSWERED" : "never answered" },
        against: {
          value: stranger.functions.length,
          unit: "Functions",
          of: "a stranger who leaves a message",
        },
        ratio: stranger.functions.length / functions,
        reach: "never answered, two Functions",
        reached: !call.answered && functions === 2,
      },
      {
        figure: `a blocked call: its ${reads.length} Sync reads, each slowed by ${SLOW_MS} ms`,
        measured: { value: batch, unit: "ms", of: "/incoming/screen" },
        against: { value: sequential, unit: "ms", of: "the same reads, one after another" },
        ratio: sequential / batch,
        reach: "one batch",
        reached: batch < 2 * SLOW_MS,
      },
    ];
  } finally {
    await house.close();
  }
}

async function readInTurn({ local, environment }: House, targets: readonly string[]): Promise<number> {
  const client = twilio(local.account.sid, local.account.authToken);
  const sync = openSync(client, environment.SYNC_SERVICE_SID ?? "");
  const started = performance.now();
  for (const target of targets) {
    const map = SYNC_MAPS.find((name) => target === `GET ${name}`);
    await (map === undefined ? sync.readDocument("patterns") : sync.readItem(map, BLOCKED));
  }
  return performance.now() - started;
}
