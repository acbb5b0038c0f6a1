import VoiceResponse from "twilio/lib/twiml/VoiceResponse";
import type { LanguageTag } from "../policy/office/language-tag";
import { speakable } from "./speakable";

const LONGEST_NAME_SECONDS = 6;
const SILENCE_SECONDS = 3;

/**
 * TwiML that asks a caller for a name and records it. Twilio's documents differ on whether silence is recorded or passed
 * over: either way the call goes on at `action`.
 * @see https://www.twilio.com/docs/voice/twiml/record
 */
export function renderOfficeName(prompt: string, language: LanguageTag, action: string): string {
  const response = new VoiceResponse();
  response.say({ language }, speakable(prompt));
  response.record({
    action,
    method: "POST",
    maxLength: LONGEST_NAME_SECONDS,
    timeout: SILENCE_SECONDS,
    finishOnKey: "#",
    trim: "trim-silence",
  });
  response.redirect({ method: "POST" }, action);
  return response.toString();
}
