import { type CountryCode, parseE164 } from "../telephony/e164";
import { isNorthAmerican } from "../telephony/north-american";
import { isLocalNumber, type VanityNumber } from "../telephony/read-vanity-number";
import { keysOfSpelled } from "../telephony/spelled-number";
import { tidyNumber } from "../telephony/tidy-number";

/** The number that somebody wrote, in any of the usual ways, letters included; undefined for what is none. */
export function readNumber(text: string, country: CountryCode): VanityNumber | undefined {
  return readDigits(text, country) ?? readDigits(keysOfSpelled(text, country) ?? "", country);
}

function readDigits(text: string, country: CountryCode): VanityNumber | undefined {
  const digits = tidyNumber(text).replace(/[\s().\-/]/g, "");
  return isNorthAmerican(country) && isLocalNumber(digits) ? digits : parseE164(text, country);
}
