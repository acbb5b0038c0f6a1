import { type CallRow, mergeCallRow } from "../policy/call-log";
import { changeCall } from "../store/calls";
import type { CallWiring } from "./wiring";

/** Writes into the call's row. The log must never cost a call: what fails is logged and the call goes on. */
export async function noteCall(wiring: CallWiring, callSid: string, news: CallRow): Promise<void> {
  await noteCallRow(wiring, callSid, news);
}

/** As `noteCall`. @returns the row as it then is; undefined when that is not known */
export async function noteCallRow(
  wiring: CallWiring,
  callSid: string,
  news: CallRow,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  try {
    const { outcome, data } = await changeCall(
      { sync: wiring.sync(), random: () => wiring.random() },
      callSid,
      (current) => mergeCallRow(current, news),
    );
    if (outcome !== "lost") return data;
    wiring.log("call-row-lost", { callSid });
  } catch {
    wiring.log("call-row-not-written", { callSid });
  }
  return undefined;
}
