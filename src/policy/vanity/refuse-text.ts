import { countryOf, type E164 } from "../../telephony/e164";
import { numberKind } from "../../telephony/number-kind";
import type { Policy } from "../line";
import { DEFAULT_VANITY } from "./vanity";

/**
 * Why a caller's number never gets a text message; undefined when it may. Whoever can set a caller ID could otherwise let us
 * send messages abroad, or to numbers that cost extra: so only to ordinary ones of the policy's country.
 * @param from our number that would send it
 * @see https://www.twilio.com/docs/usage/anti-fraud-developer-guide
 */
export function refuseText(
  { country, lines, vanity = DEFAULT_VANITY }: Pick<Policy, "country" | "lines" | "vanity">,
  number: E164,
  from: E164,
): string | undefined {
  if (!vanity.texts.offered) return "the policy offers none";
  if (number === from || Object.hasOwn(lines, number)) return "it is a number of ours";
  const theirs = countryOf(number);
  if (theirs !== country) return `messages to ${theirs ?? "unknown countries"} are not sent`;
  const kind = numberKind(number);
  return kind === "ordinary" ? undefined : `it is ${kind}`;
}
