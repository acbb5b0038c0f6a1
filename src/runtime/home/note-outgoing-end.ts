import type { CallRow, Disposition } from "../../policy/call-log";
import { outgoingDisposition, secondsToSettle } from "../../policy/home/outgoing-disposition";
import type { Room } from "../../policy/home/room";
import { settleCall } from "../../policy/home/usage";
import { changeRoom } from "../../store/rooms";
import { changeUsage } from "../../store/usage";
import { parseSipDestination, type SipDestination } from "../../telephony/parse-sip-destination";
import type { OutgoingEnd } from "../../telephony/read-outgoing-call";
import { describeFailure } from "../log";
import { noteCall } from "../note-call";
import type { Wiring } from "../wiring";
import { noteEmergencyCall } from "./note-emergency-call";

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
    endRoom(wiring, end),
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

async function endRoom(wiring: Wiring, { callSid }: OutgoingEnd): Promise<void> {
  const close = (room: Room | undefined) =>
    room === undefined || room.state === "over" ? room : ({ ...room, state: "over" } as const);
  try {
    const store = { sync: wiring.sync(), random: () => wiring.random() };
    await changeRoom(store, callSid, close);
  } catch (failure) {
    wiring.log("room-not-ended", { callSid, ...describeFailure(failure) });
  }
}

function rowOf(wiring: Wiring, end: OutgoingEnd): CallRow {
  const { from, authorization, dialCallStatus, ownerDialCallStatus } = end;
  const { action, reason, trace } = authorization;
  const lines = Array.isArray(trace) ? trace.filter((line): line is string => typeof line === "string") : [];
  const status = dialCallStatus ?? ownerDialCallStatus;
  return {
    from,
    to: dialled(parseSipDestination(end.to, wiring.policy().country)),
    at: wiring.now().toISOString(),
    verdict: `outgoing-${typeof action === "string" ? action : "unknown"}`,
    ...(typeof reason === "string" ? { reason } : {}),
    trace: status === undefined ? lines : [...lines, `dial: ${status}`],
  };
}

/** What was dialled, as the log keeps it: of what is no number nothing, for it may be anything. */
function dialled(destination: SipDestination): string {
  switch (destination.kind) {
    case "number":
      return destination.number;
    case "unreadable":
      return "unreadable";
    default:
      return destination.digits;
  }
}
