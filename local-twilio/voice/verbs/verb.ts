import type { Next } from "../document-request";
import type { Leg } from "../leg";
import type { TwimlElement } from "../parse-twiml";

/** A verb with its attributes read, ready to be executed on a leg. */
export type PreparedVerb = (leg: Leg) => Promise<Next>;

/** Reads one element of a verb. @throws TwimlError for what TwiML forbids or local Twilio does not support */
export type Verb = (element: TwimlElement) => PreparedVerb;

/** Joins the two halves of a verb: the one that reads its attributes and the one that executes it. */
export function defineVerb<Parsed>(
  parse: (element: TwimlElement) => Parsed,
  execute: (leg: Leg, parsed: Parsed) => Promise<Next>,
): Verb {
  return (element) => {
    const parsed = parse(element);
    return (leg) => execute(leg, parsed);
  };
}
