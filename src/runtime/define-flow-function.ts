import { flowReturnUrl } from "../telephony/flow-return-url";
import { type Form, readText } from "../telephony/form";
import { parseFlowSid } from "../telephony/sids";
import { renderNotices } from "../twiml/render-notices";
import { renderRedirect } from "../twiml/render-redirect";
import { answerRequest, type Handle, type Handler, type Read } from "./answer-request";
import { type Reply, xml } from "./reply";
import { type CallWiring, wireCall } from "./wiring";

/**
 * As `defineVoiceFunction`, for the document that a flow's TwiML Redirect names with `?flow={{flow.flow_sid}}`: whatever
 * happens, the call goes on in that flow.
 */
export function defineFlowFunction<Input>(read: Read<Input>, handle: Handle<Input, CallWiring>): Handler {
  return (context, event, callback) => {
    const back = () => backToFlow(context.ACCOUNT_SID ?? "", event);
    answerRequest({ read, handle, wire: wireCall, refuse: back, fail: back })(context, event, callback);
  };
}

/** Without its flow nobody can tell how the call goes on. */
function backToFlow(accountSid: string, event: Form): Reply {
  const flowSid = parseFlowSid(readText(event, "flow") ?? "");
  if (flowSid === undefined) return xml(renderNotices(["Sorry, that did not work. Please call again."]));
  return xml(renderRedirect(flowReturnUrl(accountSid, flowSid)));
}
