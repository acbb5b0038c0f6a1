import VoiceResponse from "twilio/lib/twiml/VoiceResponse";

/**
 * TwiML that goes on with another document, absolute or relative to the one that says so.
 * @see https://www.twilio.com/docs/voice/twiml/redirect
 */
export function renderRedirect(url: string, method: "GET" | "POST" = "POST"): string {
  const response = new VoiceResponse();
  response.redirect({ method }, url);
  return response.toString();
}
