import type { CallPlan } from "../../policy/office/call-plan";
import type { RingTarget } from "../../policy/office/ring-target";
import { takeTurn } from "../../policy/office/turns";
import { changeTurns } from "../../store/office-items";
import { inTime } from "../in-time";
import { describeFailure } from "../log";
import type { CallWiring } from "../wiring";

const TURN_MS = 1200;

/** Which telephone a call begins with where they take turns; anywhere while nobody can tell. Never throws. */
export async function takeOfficeTurn(
  wiring: CallWiring,
  plan: CallPlan,
  { order, phones: { length: phones } }: RingTarget,
): Promise<number> {
  if (order !== "roundRobin" || plan.kind !== "department" || phones < 2) return 0;
  try {
    const turn = await inTime(TURN_MS, take(wiring, plan, phones));
    if (turn !== undefined) return turn;
    wiring.log("office-turn-lost", { callSid: plan.callSid });
  } catch (failure) {
    wiring.log("office-turn-lost", { callSid: plan.callSid, ...describeFailure(failure) });
  }
  return Math.floor(wiring.random() * phones);
}

async function take(
  wiring: CallWiring,
  { callSid, department }: Extract<CallPlan, { kind: "department" }>,
  phones: number,
): Promise<number | undefined> {
  const store = { sync: wiring.sync(), random: () => wiring.random() };
  let mine: number | undefined;
  const outcome = await changeTurns(store, department, (turns) => {
    const turn = takeTurn(turns, callSid, phones);
    mine = turn.mine;
    return turn.after;
  });
  return outcome === "lost" ? undefined : mine;
}
