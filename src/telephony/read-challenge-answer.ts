import { type Form, readText } from "./form";
import { type IncomingCall, readIncomingCall } from "./read-incoming-call";

/** What a caller did when asked, and which time it was. */
export interface ChallengeAnswer {
  readonly call: IncomingCall;
  readonly digits: string | undefined;
  readonly speech: string | undefined;
  /** 1 for the first time; also when the flow does not say. */
  readonly attempt: number;
}

/** Reads the answer to a challenge. @throws TypeError naming the parameter that is missing or makes no sense */
export function readChallengeAnswer(form: Form): ChallengeAnswer {
  return {
    call: readIncomingCall(form),
    digits: readText(form, "Digits") || undefined,
    speech: readText(form, "SpeechResult") || undefined,
    attempt: readAttempt(form),
  };
}

function readAttempt(form: Form): number {
  const text = readText(form, "Attempt") || "1";
  if (/^[1-9]\d?$/.test(text)) return Number(text);
  throw new TypeError("Cannot read answer to challenge: Attempt must be a whole number from 1 on");
}
