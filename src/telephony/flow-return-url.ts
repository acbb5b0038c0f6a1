import type { FlowSid } from "./sids";

/**
 * Where a call goes on in the flow that led it to a document of ours: the exit `return` of its TwiML Redirect widget.
 * @see https://www.twilio.com/docs/studio/widget-library/twiml-redirect
 */
export function flowReturnUrl(accountSid: string, flowSid: FlowSid): string {
  return `https://webhooks.twilio.com/v1/Accounts/${accountSid}/Flows/${flowSid}?FlowEvent=return`;
}
