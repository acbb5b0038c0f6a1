import VoiceResponse from "twilio/lib/twiml/VoiceResponse";
import { speakable } from "./speakable";

/**
 * TwiML that says one text after the other, with only the verbs that an announcement to a conference may have.
 * @see https://www.twilio.com/docs/voice/api/conference-resource#update-a-conference-resource
 */
export function renderNotices(texts: readonly string[]): string {
  const response = new VoiceResponse();
  for (const text of texts) response.say(speakable(text));
  return response.toString();
}
