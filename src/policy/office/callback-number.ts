import { countryOf, type E164 } from "../../telephony/e164";
import { numberKind } from "../../telephony/number-kind";
import type { Line, Policy } from "../line";

/**
 * Why a number is never called back; undefined when it may be. Whoever can set a caller ID could otherwise let the office
 * ring expensive numbers: so only ordinary and free ones, of the policy's country or of those that the line is for.
 * @see https://www.twilio.com/docs/usage/anti-fraud-developer-guide
 */
export function refuseCallback(
  policy: Pick<Policy, "country" | "lines">,
  { evidence }: Pick<Line, "evidence">,
  number: E164,
): string | undefined {
  if (Object.hasOwn(policy.lines, number)) return "it is a line of ours";
  const country = countryOf(number);
  const isHome = country === policy.country || evidence.country.only.includes(country ?? "");
  if (!isHome || evidence.country.never.includes(country ?? ""))
    return `calls to ${country ?? "unknown countries"} are not for call-backs`;
  const kind = numberKind(number);
  return kind === "ordinary" || kind === "free" ? undefined : `it is ${kind}`;
}
