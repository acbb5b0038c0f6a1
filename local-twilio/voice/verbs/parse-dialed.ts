import { Attributes } from "../attributes";
import { WEBHOOK_METHODS, type WebhookMethod } from "../document-request";
import { type TwimlElement, textOf } from "../parse-twiml";
import { PROGRESS_EVENTS, type StatusCallback } from "../status-callback";
import { refuseChildren } from "./refuse-children";

/** The nouns that name a phone. */
export const PHONE_NOUNS = ["Number", "Sip"] as const;

/** A phone to dial. */
export interface Dialed {
  readonly noun: (typeof PHONE_NOUNS)[number];
  /** A number or a SIP URI, as the document has it. */
  readonly to: string;
  /** The document that the callee hears after answering, before the parties are connected. */
  readonly whisper: { readonly url: string; readonly method: WebhookMethod } | undefined;
  readonly statusCallback: StatusCallback | undefined;
}

/**
 * `<Number>` or `<Sip>`. The login of a `<Sip>` matters to hosts that ask for one, which a registered phone does not.
 * @see https://www.twilio.com/docs/voice/twiml/number, https://www.twilio.com/docs/voice/twiml/sip
 */
export function parseDialed(element: TwimlElement): Dialed {
  const attributes = new Attributes(element);
  const noun: Dialed["noun"] = element.name === "Sip" ? "Sip" : "Number";
  if (noun === "Sip") attributes.withoutEffect("username", "password");
  const dialed = {
    ...{ noun, to: textOf(element) },
    whisper: parseWhisper(attributes),
    statusCallback: parseStatusCallback(attributes),
  };
  attributes.refuseRest();
  refuseChildren(element);
  return dialed;
}

function parseWhisper(attributes: Attributes): Dialed["whisper"] {
  const url = attributes.text("url");
  const method = attributes.choice("method", WEBHOOK_METHODS, "POST");
  return url === undefined ? undefined : { url, method };
}

/** @see https://www.twilio.com/docs/voice/twiml/number#attributes-status-callback-event */
function parseStatusCallback(attributes: Attributes): StatusCallback | undefined {
  const url = attributes.text("statusCallback");
  const method = attributes.choice("statusCallbackMethod", WEBHOOK_METHODS, "POST");
  const events = attributes.words("statusCallbackEvent", PROGRESS_EVENTS, ["completed"]);
  return url === undefined ? undefined : { url, method, events };
}
