import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import type { E164 } from "./e164";

/**
 * What a call to a number costs whoever makes it: `ordinary` like any call to its country, `free`, `dear` more than that
 * (premium rate, shared cost, personal and company-wide numbers, pagers). `unassigned`: its country's plan has no such
 * number, which is where fraud lives.
 */
export type NumberKind = "ordinary" | "free" | "dear" | "unassigned";

/** By the types of libphonenumber, which only its full tables tell. */
const KINDS: Readonly<Record<string, NumberKind>> = {
  FIXED_LINE: "ordinary",
  MOBILE: "ordinary",
  FIXED_LINE_OR_MOBILE: "ordinary",
  VOIP: "ordinary",
  VOICEMAIL: "ordinary",
  TOLL_FREE: "free",
  PREMIUM_RATE: "dear",
  SHARED_COST: "dear",
  PERSONAL_NUMBER: "dear",
  UAN: "dear",
  PAGER: "dear",
};

/** What kind of number it is, as far as the tables say. */
export function numberKind(number: E164): NumberKind {
  return KINDS[parsePhoneNumberFromString(number)?.getType() ?? ""] ?? "unassigned";
}
