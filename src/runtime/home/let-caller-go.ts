import type { CallSid } from "../../telephony/sids";
import { renderStillWaiting } from "../../twiml/render-still-waiting";
import type { CallWiring } from "../wiring";
import { carryOut } from "./carry-out";
import { tellRoom } from "./tell-room";

/** What a caller hears who waits: ringing, and after a while this again, should letting go have failed. */
export const STILL_WAITING = renderStillWaiting("/ringing.wav", "/home/waited");

/** Lets a caller go who has heard it ring for longer than it can: no callback has done so. */
export async function letCallerGo(wiring: CallWiring, callSid: CallSid): Promise<string> {
  wiring.log("waited-too-long", { callSid });
  const { orders } = await tellRoom(wiring, callSid, { kind: "waited" });
  await carryOut(wiring, callSid, orders);
  return STILL_WAITING;
}
