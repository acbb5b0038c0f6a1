import { childElements, type TwimlElement } from "../parse-twiml";
import { NOT_SUPPORTED, TwimlError } from "../twiml-error";

/** @throws TwimlError naming the first nested element that is not among the supported ones */
export function refuseChildren(element: TwimlElement, supported: readonly string[] = []): void {
  const odd = childElements(element).find((child) => !supported.includes(child.name));
  if (odd !== undefined)
    throw new TwimlError(NOT_SUPPORTED, `Local Twilio does not support <${odd.name}> in <${element.name}>`);
}
