import { Attributes } from "../attributes";
import { type DocumentRequest, WEBHOOK_METHODS } from "../document-request";
import { type TwimlElement, textOf } from "../parse-twiml";
import { refuseChildren } from "./refuse-children";

/** `<Redirect>`: the URL may be relative; POST is the default. @see https://www.twilio.com/docs/voice/twiml/redirect */
export function parseRedirect(element: TwimlElement): DocumentRequest {
  const attributes = new Attributes(element);
  const method = attributes.choice("method", WEBHOOK_METHODS, "POST");
  attributes.refuseRest();
  refuseChildren(element);
  return { url: textOf(element), method, parameters: {} };
}
