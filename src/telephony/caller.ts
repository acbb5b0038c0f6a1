import { type CountryCode, type E164, parseE164 } from "./e164";
import { isWithheld } from "./withheld";

/** Who is calling, as far as the network says. `unparsable` keeps the raw caller ID string. */
export type Caller =
  | { readonly kind: "number"; readonly number: E164 }
  | { readonly kind: "withheld" }
  | { readonly kind: "sip"; readonly uri: string }
  | { readonly kind: "client"; readonly name: string }
  | { readonly kind: "unparsable"; readonly text: string };

/**
 * Reads the parameter `From` of a call; total, for any string may come: Twilio "will report the raw caller ID string"
 * when it cannot make it E.164.
 * @see https://www.twilio.com/docs/voice/twiml#request-parameters
 */
export function parseCaller(from: string | undefined, country: CountryCode): Caller {
  if (from === undefined || isWithheld(from)) return { kind: "withheld" };
  if (/^\s*sips?:/i.test(from)) return { kind: "sip", uri: from };
  if (/^\s*client:/i.test(from)) return { kind: "client", name: from.trim().slice("client:".length) };
  const number = parseE164(from, country);
  return number === undefined ? { kind: "unparsable", text: from } : { kind: "number", number };
}
