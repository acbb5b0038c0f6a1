import { getCountryCallingCode, isSupportedCountry } from "libphonenumber-js/max";
import type { CountryCode } from "./e164";

/** Tells the countries that share the code 1. */
export function isNorthAmerican(country: CountryCode): boolean {
  return isSupportedCountry(country) && getCountryCallingCode(country) === "1";
}
