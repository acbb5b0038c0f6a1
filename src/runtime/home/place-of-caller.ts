import { type Room, roomNameOf } from "../../policy/home/room";
import type { CallerPlace } from "../../policy/home/room-events";
import { isLive, parseCallStatus } from "../../telephony/call-status";
import type { CallSid } from "../../telephony/sids";
import { inTime } from "../in-time";
import { describeFailure } from "../log";
import type { CallWiring } from "../wiring";

/** Of the four seconds; the rest is for letting the phone go. */
const ASKING_MS = 2000;

/** Where a caller is while the phone is answered. Never throws: when Twilio does not say, it is unknown. */
export async function placeOfCaller(
  wiring: CallWiring,
  callSid: CallSid,
  room: Room | undefined,
): Promise<CallerPlace> {
  try {
    return (await inTime(ASKING_MS, ask(wiring, callSid, room))) ?? "unknown";
  } catch (failure) {
    wiring.log("caller-not-found", { callSid, ...describeFailure(failure) });
    return "unknown";
  }
}

async function ask(wiring: CallWiring, callSid: CallSid, room: Room | undefined): Promise<CallerPlace> {
  const voice = wiring.voice();
  const conferenceSid = room?.conferenceSid ?? (await voice.findConference(roomNameOf(callSid)));
  if (conferenceSid !== undefined && (await voice.isInConference(conferenceSid, callSid))) return "inside";
  const call = await wiring.fetchCall(callSid);
  if (call === undefined) return "gone";
  const status = parseCallStatus(call.status);
  if (status === undefined) return "unknown";
  return isLive(status) ? "elsewhere" : "gone";
}
