import VoiceResponse from "twilio/lib/twiml/VoiceResponse";
import type { LanguageTag } from "../policy/office/language-tag";
import { askOneKey } from "./ask-one-key";
import { speakable } from "./speakable";

const SECONDS_TO_THINK = 8;
const RING_SECONDS = 30;

/** What is said, and in which language. */
export interface Words {
  readonly say: string;
  readonly language: LanguageTag;
}

/** TwiML that asks whoever picked up about a call-back. */
export function renderCallbackQuestion({ say, language }: Words, action: string): string {
  return askOneKey(new VoiceResponse(), { action, seconds: SECONDS_TO_THINK }, (question) => {
    question.say({ language, loop: 2 }, speakable(say));
  });
}

/** Whom a call-back calls, what is seen there, and who is told. URLs are absolute. */
export interface CallbackDial {
  readonly to: string;
  readonly callerId: string;
  readonly action: string;
  /** Told when the caller has picked up. */
  readonly statusCallback: string;
  readonly timeLimitSeconds: number;
}

/**
 * TwiML that calls the caller back.
 * @see https://www.twilio.com/docs/voice/twiml/number#attributes-status-callback
 */
export function renderCallbackDial({ say, language }: Words, call: CallbackDial): string {
  const { to, callerId, action, statusCallback, timeLimitSeconds } = call;
  const response = new VoiceResponse();
  response.say({ language }, speakable(say));
  const limits = { timeout: RING_SECONDS, timeLimit: timeLimitSeconds };
  const dial = response.dial({ action, method: "POST", callerId, ...limits });
  dial.number({ statusCallback, statusCallbackMethod: "POST", statusCallbackEvent: ["answered"] }, to);
  return response.toString();
}

/** TwiML that says something, if anything, and hangs up. */
export function renderCallbackEnd(words?: Words): string {
  const response = new VoiceResponse();
  if (words !== undefined) response.say({ language: words.language }, speakable(words.say));
  response.hangup();
  return response.toString();
}
