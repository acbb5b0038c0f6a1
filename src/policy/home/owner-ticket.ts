import type { CallSid } from "../../telephony/sids";
import { isTicket, ticketFor } from "./ticket";

/** What a call gets for the right PIN: good for this call, and for the owner's options only. */
export function ownerTicket(callSid: CallSid, secret: string): string {
  return ticketFor(secret, "owner", callSid);
}

/** Whether the PIN was entered in this call, in constant time. */
export function isOwnerTicket(ticket: string, callSid: CallSid, secret: string): boolean {
  return isTicket(ticket, secret, "owner", callSid);
}
