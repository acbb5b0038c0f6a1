import { type CallRow, mergeCallRow } from "../policy/call-log";
import { changeCall } from "../store/calls";
import type { CallWiring } from "./wiring";

/** Writes into the call's row. The log must never cost a call: what fails is logged and the call goes on. */
export async function noteCall(wiring: CallWiring, callSid: string, news: CallRow): Promise<void> {
  try {
    const outcome = await changeCall(
      { sync: wiring.sync(), random: () => wiring.random() },
      callSid,
      (current) => mergeCallRow(current, news),
    );
    if (outcome === "lost") wiring.log("call-row-lost", { callSid });
  } catch {
    wiring.log("call-row-not-written", { callSid });
  }
}
