import type { Party } from "../local-twilio/voice/party";
import type { CallReport } from "../simulator/call-report";
import { type House, openHouse } from "../simulator/house";
import type { Workbench } from "./workbench";

/** Somebody on the block list of every house of the bench. */
export const BLOCKED = "+12125550160";
/** What each Sync request is slowed down by where round trips are counted: far more than anything else takes. */
export const SLOW_MS = 150;

/** Opens the sample household with one blocked caller. */
export function openBenchHouse(bench: Workbench): Promise<House> {
  const sync = { blocklist: { [BLOCKED]: { note: "sells warranties" } } };
  return openHouse({ workshop: bench.workshop, now: Date.parse("2026-01-05T15:00:00Z"), sync });
}

/** One whole call, to the end of the callbacks that outlive it. */
export async function callHouse(house: House, from: string, party: Party): Promise<CallReport> {
  const to = house.lines[0]?.number ?? "";
  const outcome = await house.placeCall({ from, to, party });
  await outcome.afterwards;
  return house.report(outcome);
}

/** The number of somebody in the contacts of the first line. Throws when it has none. */
export async function friendOf(house: House): Promise<string> {
  const [line] = house.lines;
  const [friend] = line === undefined ? [] : (await house.contactsOf(line)).split("\t");
  if (!friend) throw new Error("Cannot measure: the sample household has no contacts");
  return friend;
}

/** What a Function took in a call, in milliseconds. Throws when the call never reached it. */
export function functionMs(call: CallReport, path: string): number {
  const found = call.functions.find((entry) => entry.path === path);
  if (found === undefined) throw new Error(`Cannot measure: the call did not reach ${path}`);
  return found.ms;
}
