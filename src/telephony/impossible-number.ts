import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import type { E164 } from "./e164";

/** Area code and exchange begin with 2 to 9, and neither is a service code such as 911. */
const NANP = /^\+1([2-9]\d{2})([2-9]\d{2})\d{4}$/;
const SERVICE_CODE = /^[2-9]11$/;

/**
 * Why a number cannot exist, in words; undefined when it can. For North America by the plan itself, elsewhere by the lengths
 * that a country's numbers have.
 * @see https://www.nanpa.com/numbering/numbering-plan-area-codes
 */
export function impossibleBecause(number: E164): string | undefined {
  if (number.startsWith("+1")) {
    const [, area = "", exchange = ""] = NANP.exec(number) ?? [];
    const isPlanned = area !== "" && !SERVICE_CODE.test(area) && !SERVICE_CODE.test(exchange);
    return isPlanned ? undefined : "there is no such number in North America";
  }
  const parsed = parsePhoneNumberFromString(number);
  if (parsed === undefined) return "no country has such a number";
  return parsed.isPossible() ? undefined : "no number of that country has so many digits";
}
