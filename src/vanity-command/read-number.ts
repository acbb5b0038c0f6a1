import { getCountryCallingCode, isSupportedCountry } from "libphonenumber-js/max";
import { type CountryCode, parseE164 } from "../telephony/e164";
import { isLocalNumber, type VanityNumber } from "../telephony/read-vanity-number";
import { tidyNumber } from "../telephony/tidy-number";

/** The number that somebody wrote, in any of the usual ways, letters included; undefined for what is none. */
export function readNumber(text: string, country: CountryCode): VanityNumber | undefined {
  const digits = tidyNumber(text).replace(/[\s().\-/]/g, "");
  return isNorthAmerican(country) && isLocalNumber(digits) ? digits : parseE164(text, country);
}

/** Tells the countries that share the code 1. */
export function isNorthAmerican(country: CountryCode): boolean {
  return isSupportedCountry(country) && getCountryCallingCode(country) === "1";
}
