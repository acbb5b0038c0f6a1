import VoiceResponse from "twilio/lib/twiml/VoiceResponse";
import type { LanguageTag } from "../policy/office/language-tag";
import { askOneKey } from "./ask-one-key";
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

/** TwiML that says who calls, and asks for one key. */
export function renderOfficeWhisper({ who, name, language, action, ...told }: WhisperQuestion): string {
  return askOneKey(new VoiceResponse(), { action, seconds: SECONDS_TO_THINK }, (question) => {
    for (const keys of [told.keys, told.keysAgain]) {
      question.say({ language }, speakable(name === undefined ? `${who} ${keys}` : who));
      if (name === undefined) continue;
      question.play(name);
      question.say({ language }, speakable(keys));
    }
  });
}

/** TwiML that says something to whoever picked up, and then connects the caller, or hangs up. */
export function renderOfficeAnswer(words: string, language: LanguageTag, then: "connect" | "hangup"): string {
  const response = new VoiceResponse();
  if (words !== "") response.say({ language }, speakable(words));
  if (then === "hangup") response.hangup();
  return response.toString();
}
