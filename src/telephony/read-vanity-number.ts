import { type CountryCode, type E164, isE164, parseE164 } from "./e164";
import { impossibleBecause } from "./impossible-number";
import { isNorthAmerican } from "./north-american";

declare const brand: unique symbol;

/** The seven digits of a North American number without its area code: there is no telling whose number it is. */
export type LocalNumber = string & { readonly [brand]: "LocalNumber" };

/** What can be spelled. */
export type VanityNumber = E164 | LocalNumber;

/** Tells seven digits without an area code, as they are dialled. */
export function isLocalNumber(text: string): text is LocalNumber {
  return /^\d{7}$/.test(text);
}

/** Tells what can be spelled. */
export function isVanityNumber(text: string): text is VanityNumber {
  return isE164(text) || isLocalNumber(text);
}

/**
 * The number that a caller entered by keys: with its country's code or without, after 00 or, where that leads abroad, 011, too. In North America seven
 * digits are taken as they are. Undefined for what no telephone can have.
 */
export function readVanityNumber(keys: string, country: CountryCode): VanityNumber | undefined {
  const digits = keys.replace(/\D/g, "");
  if (isNorthAmerican(country) && isLocalNumber(digits)) return digits;
  const number = parseE164(digits, country);
  if (number === undefined) return undefined;
  return impossibleBecause({ kind: "number", number }) === undefined ? number : undefined;
}
