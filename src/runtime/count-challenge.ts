import { type ChallengeStep, countStep, type Strikes } from "../policy/strikes";
import { changeStrikes } from "../store/graylist";
import type { SyncItem } from "../store/sync-gateway";
import type { LineCall } from "./screen-incoming-call";
import type { CallWiring } from "./wiring";

/** One step of one call's challenge. */
export interface StepToCount extends LineCall {
  readonly step: ChallengeStep;
  /** The caller's graylist item as it was just read. */
  readonly known?: { readonly item: SyncItem | undefined };
}

/**
 * Counts a step in the graylist and gives the strikes after it; undefined when they are not kept: for callers without a
 * number (all of them would share one row), on lines without the rule, and when Sync is down. A lost count is logged.
 */
export async function countChallenge(wiring: CallWiring, toCount: StepToCount): Promise<Strikes | undefined> {
  const { caller, line, callSid, step, known } = toCount;
  if (caller.kind !== "number" || !line.rules.includes("graylist")) return undefined;
  const at = wiring.now().toISOString();
  try {
    const store = { sync: wiring.sync(), random: () => wiring.random() };
    const whose = { number: caller.number, policy: line.strikes, ...(known === undefined ? {} : { known }) };
    const { outcome, strikes } = await changeStrikes(store, whose, (current) =>
      countStep(current, { callSid, step, at }),
    );
    if (outcome === "lost") wiring.log("strike-lost", { callSid, step });
    return strikes;
  } catch {
    wiring.log("strike-not-counted", { callSid, step });
    return undefined;
  }
}
