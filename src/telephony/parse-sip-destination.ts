import { type CountryCode, type E164, parseE164 } from "./e164";
import { emergencyNumberFor } from "./emergency-numbers";

/**
 * What a SIP phone dialled. `emergency`: `digits` as dialled, `dial` as Twilio wants it. `short`: too few digits for a
 * number anywhere, or one with `*` or `#`. `unreadable` keeps nothing of what was dialled.
 */
export type SipDestination =
  | { readonly kind: "emergency"; readonly digits: string; readonly dial: string }
  | { readonly kind: "number"; readonly number: E164 }
  | { readonly kind: "short"; readonly digits: string }
  | { readonly kind: "unreadable" };

/**
 * Reads the URI that a SIP phone called; total, for any text may come. What calls for help is looked for first and in
 * the digits themselves: to a number parser 911 is +1911.
 * @param country whose numbers those without + are
 * @see https://www.twilio.com/docs/voice/api/sip-twiml (To: "The URI of the INVITE")
 * @see https://www.rfc-editor.org/rfc/rfc3261#section-19.1.1
 */
export function parseSipDestination(uri: string, country: CountryCode): SipDestination {
  const user = userOf(uri);
  const dialled = withoutSeparators(unescaped(user));
  for (const digits of [plainDigits(user), dialled.replace(/^\+/, "")]) {
    const dial = emergencyNumberFor(digits, country);
    if (dial !== undefined) return { kind: "emergency", digits, dial };
  }
  if (/^[\d*#]{1,8}$/.test(dialled) && !isFullNumber(dialled, country))
    return { kind: "short", digits: dialled };
  const number = /^\+?\d{1,20}$/.test(dialled) ? parseE164(dialled, country) : undefined;
  return number === undefined ? { kind: "unreadable" } : { kind: "number", number };
}

/**
 * The part before the first `@`, without scheme, parameters and password. The flow's first Split reads it in the same
 * steps, so that both take the same calls for calls for help.
 */
function userOf(uri: string): string {
  const bare = ["sips:", "sip:", "tel:"].reduce(
    (text, scheme) => text.replaceAll(scheme, ""),
    uri.toLowerCase(),
  );
  return ["@", ";", ":"].reduce((text, end) => text.split(end)[0] ?? "", bare);
}

/**
 * As the flow's Liquid takes out what phones put between digits, the `#` that sends them, and North America's country
 * code, which phones that complete every number put before 911, too.
 */
function plainDigits(user: string): string {
  const separators = ["%2b", "+", "%20", " ", "-", ".", "(", ")", "%23", "#"];
  return separators
    .reduce((text, separator) => text.replaceAll(separator, ""), user)
    .replaceAll("1911", "911")
    .replaceAll("1933", "933")
    .trim();
}

/** RFC 3261 lets any character be written as `%hh`; phones write `+` and `#` so. */
function unescaped(user: string): string {
  return user.replace(/%([2-7][0-9a-f])/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** @see https://www.rfc-editor.org/rfc/rfc3966#section-3 (visual separators) */
const withoutSeparators = (text: string): string => text.replace(/[\s().-]/g, "");

/** A few countries have numbers of seven and eight digits; North America's seven lack their area code. */
function isFullNumber(dialled: string, country: CountryCode): boolean {
  return /^\d{5,8}$/.test(dialled) && parseE164(dialled, country) !== undefined;
}
