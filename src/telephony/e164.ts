import { isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/max";
import { tidyNumber } from "./tidy-number";

declare const brand: unique symbol;

/** A number in E.164, `+` and 7 to 15 digits: the only form in which numbers are compared and stored. */
export type E164 = string & { readonly [brand]: "E164" };

/** Two capital letters of ISO 3166, `US`: whose numbers those without `+` are. */
export type CountryCode = string;

/**
 * Tells E.164 from other text. Fewer than seven digits are never a subscriber's number (the shortest, of Niue, has
 * seven): so a mistaken `+1911` is none.
 * @see https://www.twilio.com/docs/glossary/what-e164
 */
export function isE164(text: string): text is E164 {
  return /^\+[1-9]\d{6,14}$/.test(text);
}

/** Tells a country whose numbers can be read. */
export function isCountryCode(text: string): text is CountryCode {
  return isSupportedCountry(text);
}

/**
 * The number that a person wrote, in any of the usual ways; undefined for what is no full telephone number, such as
 * short codes and numbers without their area code. Extensions are left out. A number that reads well but that its
 * country has not assigned is still a number: the library's tables lag behind the networks.
 */
export function parseE164(text: string, country: CountryCode): E164 | undefined {
  const tidy = tidyNumber(text);
  return tidy.startsWith("+") ? international(tidy) : national(tidy, country);
}

/** The country that a number belongs to; undefined where the tables do not say, as for satellite telephones. */
export function countryOf(number: E164): CountryCode | undefined {
  return parsed(number)?.country;
}

function parsed(text: string, country?: CountryCode) {
  const isKnown = country !== undefined && isSupportedCountry(country);
  return parsePhoneNumberFromString(
    text,
    isKnown ? { defaultCountry: country, extract: false } : { extract: false },
  );
}

/** A valid reading drops a trunk zero, `+44 (0)20…`; without one the digits are taken as they stand. */
function international(text: string): E164 | undefined {
  const number = parsed(text);
  if (number?.isValid()) return branded(number.number);
  return /^\+[\d\s().\-/]+$/.test(text) ? branded(`+${text.replace(/\D/g, "")}`) : branded(number?.number);
}

function national(text: string, country: CountryCode): E164 | undefined {
  const number = parsed(text, country);
  if (number === undefined) return undefined;
  const isShort = number.nationalNumber.length <= 6;
  if (number.isPossible() && (number.isValid() || !isShort)) return international(number.number);
  return withoutPlus(text);
}

/** `0044 20…` and `44 20…`, as people write them who never dial them from here. */
function withoutPlus(text: string): E164 | undefined {
  const number = parsed(`+${text.replace(/\D/g, "").replace(/^00/, "")}`);
  return number?.isValid() ? branded(number.number) : undefined;
}

function branded(number: string | undefined): E164 | undefined {
  return number !== undefined && isE164(number) ? number : undefined;
}
