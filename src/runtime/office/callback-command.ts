import type { QueuedCallback } from "../../policy/office/callback-queue";
import { listCallbacks } from "../../store/callbacks";
import type { CallWiring } from "../wiring";
import { dropQueued } from "./callback-drop";
import { type Placing, placeCallbacks } from "./callback-place";
import { sortCallbacks } from "./callback-report";

/** What the owner wants done about the call-backs. */
export interface CallbackOrder {
  /** To place what is due: at most so many for each department. */
  readonly place?: number | undefined;
  /** The number to take off. */
  readonly drop?: string | undefined;
}

/** What became of the call-backs that were due, and all as they now stand. */
export interface CallbackReport {
  readonly placings: readonly Placing[];
  readonly callbacks: readonly QueuedCallback[];
}

/** Sees to the call-backs. @throws when Sync cannot be reached, or the order cannot be carried out */
export async function seeToCallbacks(
  wiring: CallWiring,
  { place, drop }: CallbackOrder,
): Promise<CallbackReport> {
  if (drop !== undefined) await dropQueued(wiring, drop);
  const read = () => listCallbacks(wiring.sync());
  const placings =
    place === undefined ? [] : await placeCallbacks(wiring, { queue: await read(), most: place });
  return { placings, callbacks: sortCallbacks(await read()) };
}

/** The report as a document: each call-back with its number. */
export function documentOf({ placings, callbacks }: CallbackReport): object {
  const flat = ({ number, callback }: QueuedCallback) => ({ number, ...callback });
  return {
    callbacks: callbacks.map(flat),
    placings: placings.map((placing) => ({
      ...flat(placing),
      outcome: placing.outcome,
      detail: placing.detail,
    })),
  };
}
