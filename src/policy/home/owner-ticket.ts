import { createHmac, timingSafeEqual } from "node:crypto";
import type { CallSid } from "../../telephony/sids";

/** What a call gets for the right PIN: good for this call, and for the owner's options only. */
export function ownerTicket(callSid: CallSid, secret: string): string {
  return createHmac("sha256", secret).update(`owner:${callSid}`).digest("hex");
}

/** Whether the PIN was entered in this call, in constant time. */
export function isOwnerTicket(ticket: string, callSid: CallSid, secret: string): boolean {
  const expected = Buffer.from(ownerTicket(callSid, secret));
  const given = Buffer.from(ticket);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
