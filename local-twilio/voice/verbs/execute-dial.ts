import { sipCallId } from "../../sip/read-invite";
import type { ChildCall } from "../child-call";
import { NEXT_VERB, type Next, requestAction } from "../document-request";
import { answer, type Leg } from "../leg";
import { executeConference } from "./execute-conference";
import type { Dial } from "./parse-dial";
import { type DialResult, ringPhones } from "./ring-phones";

/**
 * Dials, and requests the action with the result. Without an action the next verb follows, unlike Gather and Record.
 * Phones ring all at once, or one after another when `sequential`.
 * @see https://www.twilio.com/docs/voice/twiml/dial
 */
export async function executeDial(leg: Leg, dial: Dial): Promise<Next> {
  if (dial.conference !== undefined) return executeConference(leg, dial, dial.conference);
  if (!dial.answerOnBridge) answer(leg);
  const result = await dialGroups(leg, dial);
  const report = dial.action.url === undefined ? undefined : requestAction(dial.action, parametersOf(result));
  if (result.hungUp) return report === undefined ? { kind: "end" } : { kind: "end", report };
  return report === undefined ? NEXT_VERB : { kind: "fetch", request: report };
}

async function dialGroups(leg: Leg, dial: Dial): Promise<DialResult> {
  const [first = [], ...others] = dial.sequential ? dial.phones.map((phone) => [phone]) : [dial.phones];
  let result = await ringPhones(leg, dial, first);
  for (const group of others) {
    if (result.bridged || result.hungUp) return result;
    result = await ringPhones(leg, dial, group);
  }
  return result;
}

/** @see https://www.twilio.com/docs/voice/twiml/dial#action */
function parametersOf({ status, child, bridged }: DialResult): Record<string, string> {
  return {
    DialCallStatus: status,
    ...(child === undefined ? {} : { DialCallSid: child.row.sid }),
    DialCallDuration: String(child?.row.duration ?? 0),
    DialBridged: String(bridged),
    ...(child?.dialed.noun === "Sip" ? sipParameters(child) : {}),
  };
}

/** @see https://www.twilio.com/docs/voice/twiml/sip ("the SIP CallID header, the response code of the invite attempt") */
function sipParameters(child: ChildCall): Record<string, string> {
  const code = sipCodeOf(child);
  return {
    DialSipCallId: sipCallId(child.row.sid),
    ...(code === undefined ? {} : { DialSipResponseCode: String(code) }),
  };
}

/** What a phone's INVITE was answered with in the end; undefined when none was sent. */
function sipCodeOf({ row, callee }: ChildCall): number | undefined {
  if (row.startTime !== undefined) return 200;
  if (callee.does === "failed") return callee.sipCode;
  return callee.does === "busy" ? 486 : 487;
}
