import type { Fetched } from "./fetch-document";
import { childElements } from "./parse-twiml";
import { secondsOfText } from "./spoken-text";
import { NOT_SUPPORTED, TwimlError } from "./twiml-error";
import { executeSound } from "./verbs/execute-sound";
import type { PreparedVerb } from "./verbs/verb";
import { findVerb } from "./verbs/verbs";

/** Looks at the name of a verb. @throws TwimlError for one that may not be executed */
export type CheckVerb = (name: string) => void;

/**
 * The verbs of a document, all read before the first is executed. Plain text is read aloud and audio is played; after
 * either the call ends.
 * @see https://www.twilio.com/docs/voice/twiml (media types)
 * @throws TwimlError for what TwiML forbids or local Twilio does not support
 */
export function prepareDocument({ url, reply }: Fetched, check?: CheckVerb): PreparedVerb[] {
  if (reply.kind === "twiml")
    return childElements(reply.response).map((element) => {
      check?.(element.name);
      return prepareVerb(element);
    });
  const sound =
    reply.kind === "text"
      ? ({
          heard: { kind: "say", text: reply.text.trim() },
          seconds: secondsOfText(reply.text),
          times: 1,
        } as const)
      : ({ heard: { kind: "play", text: url }, seconds: 5, times: 1 } as const);
  return [(leg) => executeSound(leg, sound)];
}

function prepareVerb(element: ReturnType<typeof childElements>[number]): PreparedVerb {
  const verb = findVerb(element.name);
  if (verb === undefined)
    throw new TwimlError(NOT_SUPPORTED, `Local Twilio does not support the verb <${element.name}>`);
  return verb(element);
}
