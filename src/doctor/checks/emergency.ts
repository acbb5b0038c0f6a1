import type { PhoneNumber } from "../../account/phone-numbers";
import { check } from "../check";
import { complaintsOr, type Finding, failure, ok, warning } from "../finding";
import type { SipPhone } from "../facts/sip-phone";

const NUMBERS = "https://console.twilio.com (Phone Numbers > Manage > Active numbers > Emergency calling)";

/**
 * Whether help finds the house when its SIP phone dials 911.
 * @see https://www.twilio.com/docs/voice/sip/emergency-calling
 */
export const emergencyCheck = check({
  name: "emergency",
  title: "Emergency calls",
  needs: ["sipPhone", "policy", "numbers"],
  judge: ({ sipPhone, policy: { policy }, numbers }) => {
    if (!sipPhone.isWanted) return [ok("there is no SIP phone that could make any")];
    const lines = numbers.filter(({ number }) => number in policy.lines);
    return complaintsOr("they carry a registered address", [
      ...judgeDomain(sipPhone),
      ...judgeAddresses(lines),
    ]);
  },
});

function judgeDomain({ domain }: SipPhone): Finding[] {
  if (domain === undefined)
    return [failure("the policy has a home, and there is no SIP domain", "npm run deploy")];
  if (domain.allowsEmergencyCalls) return [];
  return [
    failure(
      `the SIP domain ${domain.name} does not let its phones make them`,
      "Turn on Emergency Calling: https://console.twilio.com (Voice > Manage > SIP domains)",
    ),
  ];
}

/** Without an address each emergency call is billed dearly, and nobody knows where to go. */
function judgeAddresses(lines: readonly PhoneNumber[]): Finding[] {
  const lacking = lines.filter(({ emergencyAddressStatus }) => emergencyAddressStatus !== "registered");
  const fix = `Register an address: ${NUMBERS}`;
  if (lacking.length === lines.length)
    return [failure("none of the lines has a registered emergency address", fix)];
  return lacking.map(({ number }) => warning(`${number} has no registered emergency address`, fix));
}
