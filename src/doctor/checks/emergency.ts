import type { PhoneNumber } from "../../account/phone-numbers";
import type { UncompiledPolicy } from "../../config/read-policy";
import { doubtsAboutHelp, EMERGENCY_CONSOLE, lacksAddress } from "../../deploy/warn-account";
import { check } from "../check";
import { complaintsOr, type Finding, failure, ok, warning } from "../finding";
import type { SipPhone } from "../facts/sip-phone";

const README = 'README.md, "A phone for the children"';

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
    return complaintsOr("they carry a registered address, where Twilio takes one", [
      ...judgeDomain(sipPhone),
      ...judgeAddresses(policy, numbers),
      ...judgeCountry(policy),
    ]);
  },
});

function judgeDomain({ domain }: SipPhone): Finding[] {
  if (domain === undefined)
    return [failure("the policy has a home, and there is no SIP domain", "npm run deploy")];
  if (domain.emergencyCallingEnabled) return [];
  return [
    failure(
      `the SIP domain ${domain.domainName} does not let its phones make them`,
      "Turn on Emergency Calling: https://console.twilio.com (Voice > Manage > SIP domains)",
    ),
  ];
}

/** Without an address each emergency call is billed dearly, and nobody knows where to go. */
function judgeAddresses({ home, lines }: UncompiledPolicy, numbers: readonly PhoneNumber[]): Finding[] {
  if (home !== undefined) return judgeShown(numbers.find(({ number }) => number === home.callerId));
  const ours = numbers.filter(({ number }) => number in lines);
  const lacking = ours.filter(lacksAddress);
  const fix = `Register an address: ${EMERGENCY_CONSOLE}`;
  if (lacking.length === ours.length)
    return [failure("none of the lines has a registered emergency address", fix)];
  return lacking.map(({ number }) => warning(`${number} has no registered emergency address`, fix));
}

/** The number that the flow shows on emergency calls: its address is where help goes. */
function judgeShown(shown: PhoneNumber | undefined): Finding[] {
  if (shown !== undefined && !lacksAddress(shown)) return [];
  const found =
    shown === undefined
      ? "home.callerId is not a number of this account, so help would not know where to go"
      : `${shown.number}, which the home's phone shows, has no registered emergency address: help would not know where to go, and each such call is billed dearly`;
  return [failure(found, `Register an address: ${EMERGENCY_CONSOLE}; ${README}`)];
}

function judgeCountry({ home, country }: UncompiledPolicy): Finding[] {
  const doubts = home === undefined ? [] : doubtsAboutHelp(home.callerId, country);
  return doubts.map((doubt) => warning(doubt, README));
}
