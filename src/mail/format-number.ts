import parsePhoneNumber from "libphonenumber-js/max";
import type { E164 } from "../telephony/e164";

/** A number as people of `country` write it: nationally within the country, internationally from outside. */
export function formatNumber(number: E164, country: string): string {
  const parsed = parsePhoneNumber(number);
  if (parsed === undefined) return number;
  return parsed.country === country ? parsed.formatNational() : parsed.formatInternational();
}
