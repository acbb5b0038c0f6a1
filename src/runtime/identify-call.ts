import type { CallParties } from "../policy/voicemail";
import { parseCaller } from "../telephony/caller";
import { loggedCaller } from "./parties";
import type { Wiring } from "./wiring";

/** Who called which line, asked of Twilio's Calls resource; nothing when it cannot say. Never throws. */
export async function identifyCall(wiring: Wiring, callSid: string): Promise<CallParties> {
  try {
    const call = await wiring.fetchCall(callSid);
    if (call === undefined) return {};
    const { callerName } = call;
    return { ...describeParties(wiring, call), ...(callerName ? { callerName } : {}) };
  } catch {
    wiring.log("call-not-identified", { callSid });
    return {};
  }
}

/** The two ends of a call as they are stored: a caller who withholds the number never leaves one behind. */
export function describeParties(
  wiring: Wiring,
  { from, to }: { readonly from: string; readonly to: string },
): CallParties {
  return { from: loggedCaller(parseCaller(from, wiring.policy().country)), to };
}
