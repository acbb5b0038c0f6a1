import type { CallRow, Disposition } from "../../policy/call-log";
import { outgoingDisposition, secondsToSettle } from "../../policy/home/outgoing-disposition";
import { settleCall } from "../../policy/home/usage";
import { changeUsage } from "../../store/usage";
import { parseSipDestination } from "../../telephony/parse-sip-destination";
import type { OutgoingEnd } from "../../telephony/read-outgoing-call";
import { describeFailure } from "../log";
import { noteCall } from "../note-call";
import type { Wiring } from "../wiring";
import { endOutgoingRoom } from "./end-outgoing-room";
import { noteEmergencyCall } from "./note-emergency-call";
import { outgoingRow } from "./outgoing-row";

/**
 * Notes that a call from the home's phone is over: gives back the minutes that it did not take, lets the phone count as
 * free again, and writes the call's row. Never throws: what fails is logged, and the rest is done.
 */
export async function noteOutgoingEnd(wiring: Wiring, end: OutgoingEnd): Promise<Disposition> {
  const { action } = end.authorization;
  // A number that calls for help only with its country's code in front goes the way of all numbers.
  if (parseSipDestination(end.to, wiring.policy().country).kind === "emergency")
    return noteEmergencyCall(wiring, end);
  const disposition = outgoingDisposition({
    ...end,
    action: typeof action === "string" ? action : undefined,
  });
  await Promise.all([
    settle(wiring, end),
    endOutgoingRoom(wiring, end.callSid),
    noteCall(wiring, end.callSid, { ...rowOf(wiring, end), disposition }),
  ]);
  return disposition;
}

async function settle(wiring: Wiring, end: OutgoingEnd): Promise<void> {
  const { callSid, authorization, dialCallStatus, talked } = end;
  const seconds = secondsToSettle(dialCallStatus, talked);
  const day = authorization.usageDay;
  if (seconds === undefined || typeof day !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(day)) return;
  try {
    const store = { sync: wiring.sync(), random: () => wiring.random() };
    const outcome = await changeUsage(store, { day }, (usage) => settleCall(usage, callSid, seconds));
    if (outcome === "lost") wiring.log("minutes-not-settled", { callSid });
  } catch (failure) {
    wiring.log("minutes-not-settled", { callSid, ...describeFailure(failure) });
  }
}

function rowOf(wiring: Wiring, end: OutgoingEnd): CallRow {
  const row = outgoingRow(wiring, end, end.authorization);
  const status = end.dialCallStatus ?? end.ownerDialCallStatus;
  return status === undefined ? row : { ...row, trace: [...row.trace, `dial: ${status}`] };
}
