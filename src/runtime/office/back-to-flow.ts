import type { RingOutcome } from "../../policy/office/call-plan";
import type { WaitAndTalk } from "../../policy/office/dial-end";
import { flowReturnUrl } from "../../telephony/flow-return-url";
import type { FlowSid } from "../../telephony/sids";
import { renderRedirect } from "../../twiml/render-redirect";
import type { CallWiring } from "../wiring";

const NOT_AT_ALL: WaitAndTalk = { waited: 0, talked: 0 };

/**
 * TwiML with which a call comes back into its flow from ringing. The flow reads the parameters as its widget's own.
 * @see https://www.twilio.com/docs/studio/widget-library/twiml-redirect
 */
export function backToFlow(
  { accountSid }: Pick<CallWiring, "accountSid">,
  flowSid: FlowSid,
  { outcome, waited, talked }: { readonly outcome: RingOutcome } & WaitAndTalk,
): string {
  const result = { Outcome: outcome, Waited: String(waited), Talked: String(talked) };
  return renderRedirect(`${flowReturnUrl(accountSid, flowSid)}&${new URLSearchParams(result)}`);
}

/** As `backToFlow`, for a call that rang nobody. */
export function backUnrung(wiring: CallWiring, flowSid: FlowSid, outcome: RingOutcome): string {
  return backToFlow(wiring, flowSid, { outcome, ...NOT_AT_ALL });
}
