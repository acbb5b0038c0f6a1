import type { LocalTwilio } from "../local-twilio/local-twilio";
import type { CallOutcome } from "../local-twilio/voice/call-outcome";
import type { RingCallee } from "../local-twilio/voice/switchboard";
import { placeCallbacks } from "../src/runtime/office/callback-place";
import type { Wiring } from "../src/runtime/wiring";
import { listCallbacks } from "../src/store/callbacks";
import { placedCalls } from "./placed-calls";

/** As the command has it, when it is not told otherwise. */
const MOST_FOR_A_DEPARTMENT = 1;

/** Places the call-backs that are due, as `npm run callbacks` does, and resolves once the calls that come of it are over. */
export async function runCallbacks(
  { clock, switchboard }: LocalTwilio,
  wiring: Wiring,
  callees: RingCallee,
): Promise<readonly CallOutcome[]> {
  switchboard.ringPhone = callees;
  const before = new Set(switchboard.outcomes);
  await clock.hold(async () =>
    placeCallbacks(wiring, { queue: await listCallbacks(wiring.sync()), most: MOST_FOR_A_DEPARTMENT }),
  );
  await switchboard.settled();
  return placedCalls(switchboard).filter((outcome) => !before.has(outcome));
}
