import { NEXT_VERB, type Next, requestAction } from "../document-request";
import { answer, type Leg } from "../leg";
import { type Collected, collectInput } from "./collect-input";
import type { Gather } from "./parse-gather";

/** The recognizer's certainty about simulated speech. */
const CONFIDENCE = "0.9";

/**
 * Collects input and sends it to the action. Without input, and also when the finish key comes before any digit, the
 * next verb follows, unless `actionOnEmptyResult` asks for the request all the same.
 * @see https://www.twilio.com/docs/voice/twiml/gather
 */
export async function executeGather(leg: Leg, gather: Gather): Promise<Next> {
  answer(leg);
  const collected = await collectInput(leg, gather);
  if (collected === "hungUp") return { kind: "end" };
  const isEmpty = collected.digits === "" && collected.speech === "";
  if (isEmpty && !gather.actionOnEmptyResult) return NEXT_VERB;
  return { kind: "fetch", request: requestAction(gather.action, resultOf(collected)) };
}

/** Silence sends no Digits at all; the finish key alone sends empty ones. */
function resultOf({ digits, speech, finished }: Collected): Record<string, string> {
  if (speech !== "") return { SpeechResult: speech, Confidence: CONFIDENCE };
  return digits !== "" || finished ? { Digits: digits } : {};
}
