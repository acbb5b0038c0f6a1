import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import type { Caller } from "./caller";
import type { E164 } from "./e164";

/** Area code and exchange begin with 2 to 9, and neither is a service code such as 911. */
const NANP = /^\+1([2-9]\d{2})([2-9]\d{2})\d{4}$/;
const SERVICE_CODE = /^[2-9]11$/;

/**
 * Why a caller's number cannot exist, in words; undefined when it can. For North America by the plan itself, elsewhere by the lengths
 * that a country's numbers have. Short numbers without a country are some networks' own services.
 * @see https://www.nanpa.com/numbering/numbering-plan-area-codes
 */
export function impossibleBecause(caller: Caller): string | undefined {
  switch (caller.kind) {
    case "number":
      return impossibleNumber(caller.number);
    case "unparsable":
      return impossibleText(caller.text);
    default:
      return undefined;
  }
}

/** "Exclude 0 as the first character", "limited to a total of 15 digits". @see https://www.twilio.com/docs/glossary/what-e164 */
function impossibleText(text: string): string | undefined {
  if (/^\s*\+0\d*\s*$/.test(text)) return "no country's code begins with 0";
  return /^\s*\+?\d{16,}\s*$/.test(text) ? "no number has so many digits" : undefined;
}

function impossibleNumber(number: E164): string | undefined {
  if (number.startsWith("+1")) {
    const [, area = "", exchange = ""] = NANP.exec(number) ?? [];
    const isPlanned = area !== "" && !SERVICE_CODE.test(area) && !SERVICE_CODE.test(exchange);
    return isPlanned ? undefined : "there is no such number in North America";
  }
  const parsed = parsePhoneNumberFromString(number);
  if (parsed === undefined) return "no country has such a number";
  return parsed.isPossible() ? undefined : "no number of that country has so many digits";
}
