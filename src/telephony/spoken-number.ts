import parsePhoneNumber from "libphonenumber-js/max";
import type { CountryCode, E164 } from "./e164";

/**
 * A number to be spoken, digit by digit and with a pause where people of `country` write a gap: `2 1 2, 5 5 5, 0 1 0 0`.
 * Abroad it begins with the word for `+` and the country's code.
 */
export function spokenNumber(number: E164, country: CountryCode, plus = "plus"): string {
  const parsed = parsePhoneNumber(number);
  const isHere = parsed?.country === country;
  const written = (isHere ? parsed?.formatNational() : parsed?.formatInternational()) ?? number;
  const groups = written.split(/\D+/).filter((group) => group !== "");
  return `${isHere ? "" : `${plus} `}${groups.map((group) => [...group].join(" ")).join(", ")}`;
}
