import type { CountryCode, E164 } from "../../telephony/e164";
import { spokenNumber } from "../../telephony/spoken-number";
import type { Locale } from "./office";
import { promptIn } from "./prompts/prompt-in";

/** A number to be spoken in a language, digit by digit. @param country whose numbers are said without their country's code */
export function numberIn(locale: Locale, number: E164, country: CountryCode): string {
  return spokenNumber(number, country, promptIn(locale, "plus"));
}
