import VoiceResponse from "twilio/lib/twiml/VoiceResponse";
import type { LanguageTag } from "../policy/office/language-tag";
import { speakable } from "./speakable";

/** What whoever picks up is asked. URLs are absolute, or relative to the document. */
export interface WhisperQuestion {
  readonly who: string;
  /** The recording of the caller's name, played after `who`. */
  readonly name: string | undefined;
  readonly keys: string;
  /** The keys when it is said again. */
  readonly keysAgain: string;
  readonly language: LanguageTag;
  /** Where the key is told. */
  readonly action: string;
}

const SECONDS_TO_THINK = 5;

/**
 * TwiML that says who calls and asks for one key; who presses none is hung up on: the mailbox of a mobile phone, which must
 * not take the call.
 * @see https://www.twilio.com/docs/voice/twiml/gather
 */
export function renderOfficeWhisper({ who, name, language, action, ...told }: WhisperQuestion): string {
  const response = new VoiceResponse();
  const gather = response.gather({
    action,
    method: "POST",
    input: ["dtmf"],
    numDigits: 1,
    finishOnKey: "",
    timeout: SECONDS_TO_THINK,
  });
  for (const keys of [told.keys, told.keysAgain]) {
    gather.say({ language }, speakable(name === undefined ? `${who} ${keys}` : who));
    if (name === undefined) continue;
    gather.play(name);
    gather.say({ language }, speakable(keys));
  }
  response.hangup();
  return response.toString();
}

/** TwiML that says something to whoever picked up, and then connects the caller, or hangs up. */
export function renderOfficeAnswer(words: string, language: LanguageTag, then: "connect" | "hangup"): string {
  const response = new VoiceResponse();
  if (words !== "") response.say({ language }, speakable(words));
  if (then === "hangup") response.hangup();
  return response.toString();
}
