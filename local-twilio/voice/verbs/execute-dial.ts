import { NEXT_VERB, type Next, requestAction } from "../document-request";
import { answer, type Leg } from "../leg";
import type { Dial } from "./parse-dial";
import { type DialResult, ringNumbers } from "./ring-numbers";

/**
 * Dials, and requests the action with the result. Without an action the next verb follows, unlike Gather and Record.
 * Numbers ring all at once, or one after another when `sequential`.
 * @see https://www.twilio.com/docs/voice/twiml/dial
 */
export async function executeDial(leg: Leg, dial: Dial): Promise<Next> {
  if (!dial.answerOnBridge) answer(leg);
  const result = await dialGroups(leg, dial);
  const report = dial.action.url === undefined ? undefined : requestAction(dial.action, parametersOf(result));
  if (result.hungUp) return report === undefined ? { kind: "end" } : { kind: "end", report };
  return report === undefined ? NEXT_VERB : { kind: "fetch", request: report };
}

async function dialGroups(leg: Leg, dial: Dial): Promise<DialResult> {
  const [first = [], ...others] = dial.sequential ? dial.numbers.map((number) => [number]) : [dial.numbers];
  let result = await ringNumbers(leg, dial, first);
  for (const group of others) {
    if (result.bridged || result.hungUp) return result;
    result = await ringNumbers(leg, dial, group);
  }
  return result;
}

/** @see https://www.twilio.com/docs/voice/twiml/dial#action */
function parametersOf({ status, child, seconds, bridged }: DialResult): Record<string, string> {
  return {
    DialCallStatus: status,
    ...(child === undefined ? {} : { DialCallSid: child.row.sid }),
    DialCallDuration: String(Math.round(seconds)),
    DialBridged: String(bridged),
  };
}
