import type { UncompiledPolicy } from "../../config/read-policy";
import { spellsNumbers } from "../../deploy/spells-numbers";
import { DEFAULT_VANITY } from "../../policy/vanity/vanity";
import { check } from "../check";
import type { Facts } from "../facts";
import { complaintsOr, type Finding, failure, ok, warning } from "../finding";

const POLICY = "in the policy, then npm run deploy";

/**
 * Whether callers who are told what their number spells can have it by text message, as they are offered.
 * @see https://www.twilio.com/docs/phone-numbers/api/incomingphonenumber-resource (capabilities)
 */
export const vanityCheck = check({
  name: "vanity",
  title: "Vanity numbers",
  needs: ["policy", "numbers"],
  judge: ({ policy: { policy }, numbers }) => {
    const lines = Object.values(policy.lines)
      .filter((line) => spellsNumbers(line, { office: policy.office }))
      .map(({ number }) => number);
    if (lines.length === 0) return [ok("no line tells what numbers spell")];
    const told = `${lines.join(", ")} ${lines.length === 1 ? "tells" : "tell"} what numbers spell`;
    const { texts } = policy.vanity ?? DEFAULT_VANITY;
    if (!texts.offered) return [ok(`${told}, and offer${lines.length === 1 ? "s" : ""} no text messages`)];
    const well = `${told}; text messages come from ${texts.from ?? "the line"}`;
    return complaintsOr(well, judgeSenders(texts, lines, numbers));
  },
});

function judgeSenders(
  { from }: NonNullable<UncompiledPolicy["vanity"]>["texts"],
  lines: readonly string[],
  numbers: Facts["numbers"],
): Finding[] {
  const isOurs = (wanted: string) => numbers.some(({ number }) => number === wanted);
  const isMute = (wanted: string) =>
    numbers.some(({ number, sendsTexts }) => number === wanted && !sendsTexts);
  const fix = `Make vanity.textFrom one of your numbers that can send text messages, or set vanity.texts to false, ${POLICY}`;
  if (from === undefined)
    return lines
      .filter(isMute)
      .map((number) => warning(`${number} offers its callers a text message, and cannot send any`, fix));
  if (!isOurs(from)) return [failure(`vanity.textFrom, ${from}, is not a number of this account`, fix)];
  return isMute(from) ? [failure(`vanity.textFrom, ${from}, cannot send text messages`, fix)] : [];
}
