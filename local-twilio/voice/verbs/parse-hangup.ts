import { Attributes } from "../attributes";
import type { TwimlElement } from "../parse-twiml";
import { refuseChildren } from "./refuse-children";

/** `<Hangup>` has no attributes. @see https://www.twilio.com/docs/voice/twiml/hangup */
export function parseHangup(element: TwimlElement): undefined {
  new Attributes(element).refuseRest();
  refuseChildren(element);
  return undefined;
}
