import type { Next } from "../document-request";
import { answer, type Leg } from "../leg";

/**
 * Ends the call. As a first verb it answers, and bills, first.
 * @see https://www.twilio.com/docs/voice/twiml/hangup ("Using <Hangup> as the first verb in your TwiML response does
 * not prevent Twilio from answering the call and billing your account.")
 */
export async function executeHangup(leg: Leg): Promise<Next> {
  answer(leg);
  return { kind: "end" };
}
