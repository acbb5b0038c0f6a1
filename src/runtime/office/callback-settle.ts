import { concludeCallback, dropCallback } from "../../policy/office/callback-attempt";
import type { CallPlan, RingOutcome } from "../../policy/office/call-plan";
import { changeCallback } from "../../store/callbacks";
import { parseCaller } from "../../telephony/caller";
import { describeFailure } from "../log";
import type { CallWiring } from "../wiring";

/** How a call of somebody who may be waiting for a call-back ended. */
export interface EndedCall {
  readonly plan: CallPlan;
  readonly from: string;
  readonly outcome: RingOutcome;
}

/**
 * Calls nobody back any more who has called again and talked with the department, or whom whoever picked up has blocked.
 * Never throws.
 */
export async function settleCallback(wiring: CallWiring, { plan, from, outcome }: EndedCall): Promise<void> {
  const caller = parseCaller(from, wiring.policy().country);
  const isOver = outcome === "answered" || outcome === "blocked";
  if (caller.kind !== "number" || plan.kind !== "department" || !isOver) return;
  try {
    const store = { sync: wiring.sync(), random: () => wiring.random(), now: wiring.now() };
    await changeCallback(store, caller.number, (current) => {
      if (current === undefined) return undefined;
      return outcome === "answered"
        ? concludeCallback(current, plan.department)
        : dropCallback(current, "blocked by the department");
    });
  } catch (failure) {
    wiring.log("callback-not-settled", { callSid: plan.callSid, ...describeFailure(failure) });
  }
}
