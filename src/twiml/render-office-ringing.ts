import VoiceResponse from "twilio/lib/twiml/VoiceResponse";
import type { LanguageTag } from "../policy/office/language-tag";
import { speakable } from "./speakable";

/** A telephone to ring: a number or a SIP address. */
export interface RungPhone {
  readonly phone: string;
  /** What whoever picks up hears before anybody is connected; undefined: nothing. */
  readonly whisper: string | undefined;
}

/** How telephones ring for a caller. URLs are absolute, or relative to the document. */
export interface OfficeRinging {
  /** What the caller hears first. */
  readonly hold: { readonly words: string; readonly language: LanguageTag } | undefined;
  /** Where the caller's call goes on. */
  readonly action: string;
  readonly seconds: number;
  readonly callerId: string;
  readonly phones: readonly RungPhone[];
}

/**
 * TwiML that rings telephones at once; the caller hears it ring until somebody has taken the call.
 * @see https://www.twilio.com/docs/voice/twiml/dial
 * @see https://www.twilio.com/docs/voice/twiml/number#attributes-url
 */
export function renderOfficeRinging({ hold, action, seconds, callerId, phones }: OfficeRinging): string {
  const response = new VoiceResponse();
  if (hold !== undefined) response.say({ language: hold.language }, speakable(hold.words));
  const dial = response.dial({ action, method: "POST", answerOnBridge: true, timeout: seconds, callerId });
  for (const { phone, whisper } of phones) {
    const attributes = whisper === undefined ? {} : { url: whisper, method: "POST" };
    if (/^sips?:/.test(phone)) dial.sip(attributes, phone);
    else dial.number(attributes, phone);
  }
  return response.toString();
}
