import { roomNameOf } from "../../policy/home/room";
import type { RoomOrder } from "../../policy/home/room-events";
import type { CallSid } from "../../telephony/sids";
import { describeFailure } from "../log";
import type { CallWiring } from "../wiring";
import { recordedUrl, startNoticeUrl } from "./home-urls";

/** Asks Twilio for what a room needs done, all at once. Never throws: what fails is logged. @returns whether all was done */
export async function carryOut(
  wiring: CallWiring,
  callSid: CallSid,
  orders: readonly RoomOrder[],
): Promise<boolean> {
  const done = await Promise.all(
    orders.map(async (order) => {
      try {
        await obey(wiring, callSid, order);
        wiring.log("room-order", { callSid, order: order.kind });
        return true;
      } catch (failure) {
        wiring.log("room-order-failed", { callSid, order: order.kind, ...describeFailure(failure) });
        return false;
      }
    }),
  );
  return done.every(Boolean);
}

async function obey(wiring: CallWiring, callSid: CallSid, order: RoomOrder): Promise<void> {
  const voice = wiring.voice();
  switch (order.kind) {
    case "complete-conference":
      return completeConference(wiring, callSid, order.conferenceSid);
    case "end-phone":
      return voice.endCall(order.phoneCallSid);
    case "announce":
      return voice.announce(order.conferenceSid, startNoticeUrl(wiring, callSid, order.notices));
    case "record":
      return voice.recordCall(callSid, recordedUrl(wiring, callSid));
  }
}

/** A conference that cannot be ended can still be left. */
async function completeConference(
  wiring: CallWiring,
  callSid: CallSid,
  known: string | undefined,
): Promise<void> {
  const voice = wiring.voice();
  const conferenceSid = known ?? (await voice.findConference(roomNameOf(callSid)));
  if (conferenceSid === undefined) return;
  try {
    await voice.completeConference(conferenceSid);
  } catch (failure) {
    wiring.log("conference-not-completed", { callSid, ...describeFailure(failure) });
    await voice.removeParticipant(conferenceSid, callSid);
  }
}
