import { Attributes } from "../attributes";
import type { TwimlElement } from "../parse-twiml";
import { refuseChildren } from "./refuse-children";

/** `<Pause>`: seconds of silence. @see https://www.twilio.com/docs/voice/twiml/pause#attributes-length */
export function parsePause(element: TwimlElement): { readonly seconds: number } {
  const attributes = new Attributes(element);
  const seconds = attributes.whole("length", 1, 1);
  attributes.refuseRest();
  refuseChildren(element);
  return { seconds };
}
