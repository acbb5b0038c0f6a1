import { callHouse, friendOf, functionMs, openBenchHouse, SLOW_MS } from "../bench-house";
import { leavesMessage, staysSilent, strangerNumber } from "../callers";
import type { Row } from "../row";
import type { Workbench } from "../workbench";

/** Sync requests a caller waits for before the first word or ring, counted by the local Sync server. */
export async function measureSyncBeforeFirstWord(bench: Workbench): Promise<readonly Row[]> {
  const house = await openBenchHouse(bench);
  try {
    const friend = await friendOf(house);
    const contact = await callHouse(house, friend, staysSilent());
    await callHouse(house, strangerNumber(1), leavesMessage());
    house.local.faults.add({ on: "sync:* *", fault: { kind: "slow", ms: SLOW_MS } });
    const stranger = await callHouse(house, strangerNumber(2), leavesMessage());
    const turns = Math.round(functionMs(stranger, "/incoming/screen") / SLOW_MS);
    return [
      contactRow(contact.syncRequests, stranger.syncRequests),
      strangerRow(turns, stranger.syncRequests),
    ];
  } finally {
    await house.close();
  }
}

function contactRow(value: number, strangers: number): Row {
  return {
    figure: "Sync requests before the first ring, for a contact",
    measured: { value, unit: "requests", of: "a contact" },
    against: { value: strangers, unit: "requests", of: "a stranger" },
    ratio: value === 0 ? Number.POSITIVE_INFINITY : strangers / value,
    reach: "none",
    reached: value === 0,
  };
}

function strangerRow(value: number, requests: number): Row {
  return {
    figure: "Sync requests before the first word, for a stranger",
    measured: { value, unit: "round trips", of: `${requests} requests, as they are made` },
    against: { value: requests, unit: "round trips", of: "the same requests, one after another" },
    ratio: requests / value,
    reach: "two round trips: one parallel batch, then one write",
    reached: value <= 2,
  };
}
