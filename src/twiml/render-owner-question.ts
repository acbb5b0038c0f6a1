import VoiceResponse from "twilio/lib/twiml/VoiceResponse";
import { askOneKey } from "./ask-one-key";
import { speakable } from "./speakable";

/** How the owner is rung. URLs are absolute, or relative to the document. */
export interface OwnerRing {
  readonly owner: string;
  readonly callerId: string;
  /** What the owner hears before anybody is connected. */
  readonly question: string;
  /** Where the phone's call goes on. */
  readonly action: string;
  readonly timeLimitSeconds: number;
}

const RING_SECONDS = 30;

/**
 * TwiML that rings the owner for a child who waits; the child hears it ring until the owner has agreed.
 * @see https://www.twilio.com/docs/voice/twiml/number#attributes-url
 */
export function renderOwnerRing({ owner, callerId, question, action, timeLimitSeconds }: OwnerRing): string {
  const response = new VoiceResponse();
  const dial = response.dial({
    action,
    method: "POST",
    answerOnBridge: true,
    timeout: RING_SECONDS,
    timeLimit: timeLimitSeconds,
    callerId,
  });
  dial.number({ url: question, method: "POST" }, owner);
  return response.toString();
}

const SECONDS_TO_THINK = 8;

/** TwiML that asks the owner for one key. */
export function renderOwnerQuestion(words: string, action: string): string {
  return askOneKey(new VoiceResponse(), { action, seconds: SECONDS_TO_THINK }, (question) => {
    question.say({ loop: 2 }, speakable(words));
  });
}

/** TwiML that says something to the owner, and then connects the phone, or hangs up. */
export function renderOwnerAnswer(words: string, then: "connect" | "hangup"): string {
  const response = new VoiceResponse();
  if (words !== "") response.say(speakable(words));
  if (then === "hangup") response.hangup();
  return response.toString();
}
