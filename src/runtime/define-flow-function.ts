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
    const back = () => backToFlow(event);
    answerRequest({ read, handle, wire: wireCall, refuse: back, fail: back })(context, event, callback);
  };
}

/** Without its flow nobody can tell how the call goes on. @see https://www.twilio.com/docs/voice/twiml#request-parameters */
function backToFlow(event: Form): Reply {
  const flowSid = parseFlowSid(readText(event, "flow") ?? "");
  const accountSid = readText(event, "AccountSid") ?? "";
  if (flowSid === undefined || !/^AC[0-9a-f]{32}$/.test(accountSid))
    return xml(renderNotices(["Sorry, that did not work. Please call again."]));
  return xml(renderRedirect(flowReturnUrl(accountSid, flowSid)));
}
