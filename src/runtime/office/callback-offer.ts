import { listCallbacks } from "../../store/callbacks";
import { describeFailure } from "../log";
import { within } from "../time-left";
import type { CallWiring } from "../wiring";
import { placeCallbacks } from "./callback-place";

const LONGEST_MS = 2500;
/** Less is not begun: a call that was claimed but not placed costs its caller ten minutes. */
const SHORTEST_MS = 1000;
/** What a Function needs to answer afterwards. */
const ANSWER_MS = 250;

/**
 * Offers a department whose call is over one call-back that waits for it: Twilio's Functions have no scheduler, and now
 * somebody is there. For two and a half seconds at most, and never beyond the time in which the Function must answer.
 * Never throws.
 */
export async function offerCallback(wiring: CallWiring, department: string): Promise<void> {
  const longest = Math.min(LONGEST_MS, wiring.timeLeft() - ANSWER_MS);
  if (longest < SHORTEST_MS) return;
  await within(
    longest,
    offer(wiring, department).catch((failure: unknown) =>
      wiring.log("callback-not-offered", describeFailure(failure)),
    ),
  );
}

async function offer(wiring: CallWiring, department: string): Promise<void> {
  const queue = await listCallbacks(wiring.sync());
  const [placing] = await placeCallbacks(wiring, { queue, most: 1, department });
  if (placing !== undefined) wiring.log("callback-offered", { outcome: placing.outcome });
}
