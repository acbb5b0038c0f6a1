import VoiceResponse from "twilio/lib/twiml/VoiceResponse";
import type { RejectReason } from "../policy/verdict";

/**
 * TwiML that refuses a call: as the first verb it is the only one that does not answer, so the call costs nothing.
 * @see https://www.twilio.com/docs/voice/twiml/reject
 */
export function renderReject(reason: RejectReason): string {
  const response = new VoiceResponse();
  response.reject({ reason });
  return response.toString();
}
