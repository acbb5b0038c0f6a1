import type { DialEnd } from "../../policy/office/dial-end";
import type { Phone } from "../../policy/office/office";
import type { NotTaken, Ringing } from "../../policy/office/ring-steps";
import { parseCallStatus } from "../../telephony/call-status";
import type { CallSid } from "../../telephony/sids";
import { inTime } from "../in-time";
import { describeFailure } from "../log";
import type { CallWiring } from "../wiring";

/** A Dial that is over, and the leg that Twilio names. */
export interface DialedLeg extends DialEnd {
  readonly dialCallSid: CallSid | undefined;
}

const ASKING_MS = 1200;
const NOT_PICKED_UP = ["busy", "no-answer", "failed", "canceled"];

/**
 * Which telephone of a group picked up and did not take the call, as Twilio's Calls resource has it: where one picks up,
 * the others stop ringing. Of a telephone that rings alone it does not matter. Never throws.
 */
export async function whoPickedUp(
  wiring: CallWiring,
  { now }: Ringing,
  { status, dialCallSid, seconds }: DialedLeg,
): Promise<NotTaken["pickedUp"]> {
  if (now.length < 2 || status === "busy" || status === "failed") return undefined;
  const guess = seconds > 0 ? "somebody" : undefined;
  if (dialCallSid === undefined) return guess;
  try {
    const leg = await inTime(ASKING_MS, wiring.fetchCall(dialCallSid));
    if (leg === undefined) return guess;
    const isPickedUp = !NOT_PICKED_UP.includes(parseCallStatus(leg.status) ?? "no-answer");
    return isPickedUp ? (phoneAt(now, leg.to) ?? "somebody") : undefined;
  } catch (failure) {
    wiring.log("callee-not-found", { dialCallSid, ...describeFailure(failure) });
    return guess;
  }
}

/** The host of a SIP address, and for most phones its user, is written in any case. */
function phoneAt(phones: readonly Phone[], address: string): Phone | undefined {
  return phones.find((phone) => phone.toLowerCase() === address.trim().toLowerCase());
}
