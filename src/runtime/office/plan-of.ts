import type { CallPlan } from "../../policy/office/call-plan";
import { openPlan } from "../../policy/office/sealed-plan";
import type { CallWiring } from "../wiring";

/** Whom a call has rung, as its flow hands it on; undefined when that was not sealed by us for this call. */
export function planOf(
  wiring: CallWiring,
  { callSid, plan }: { readonly callSid: string; readonly plan: string },
): CallPlan | undefined {
  const secret = wiring.environment("LINK_SECRET");
  return secret === undefined ? undefined : openPlan(secret, plan, callSid);
}
