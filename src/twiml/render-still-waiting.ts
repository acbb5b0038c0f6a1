import VoiceResponse from "twilio/lib/twiml/VoiceResponse";

/**
 * TwiML for a caller who has waited too long and is being let go: one more ring, and asked about again after it. Only with
 * verbs that may be played to those who wait for a conference.
 * @see https://www.twilio.com/docs/voice/twiml/conference#attributes-waiturl
 */
export function renderStillWaiting(ringing: string, again: string): string {
  const response = new VoiceResponse();
  response.play(ringing);
  response.redirect({ method: "POST" }, again);
  return response.toString();
}
