import { isEmergencyNumberOf } from "./emergency";
import type { Leg } from "./leg";
import { TwimlError } from "./twiml-error";

/**
 * Whether an emergency call may be placed: from an owned number of a country that has this emergency number, and for a
 * SIP phone if its domain allows emergency calls. A number without a registered address is only noted, as the call is
 * placed all the same. @see https://www.twilio.com/docs/voice/sip/emergency-calling
 */
export function checkEmergency(leg: Leg, callerId: string, number: string): TwimlError | undefined {
  const { account } = leg.world;
  const owned = account.numbers.get(callerId);
  const domain = account.sipDomains.get(leg.parameters.SipDomainSid ?? "");
  if (owned === undefined)
    return new TwimlError(13214, `Dial: Invalid callerId value ${JSON.stringify(callerId)} for ${number}`);
  if (!isEmergencyNumberOf(callerId, number)) return refused(number, `is no emergency number of ${callerId}`);
  if (domain?.emergencyCallingEnabled === false)
    return refused(number, `may not be called from ${domain.domainName}: emergency calling is not enabled`);
  if (owned.emergencyAddressSid === undefined)
    leg.log.note(
      "callee",
      `${number}: ${callerId} has no registered emergency address ($75 in the US and Canada)`,
    );
  return undefined;
}

function refused(number: string, why: string): TwimlError {
  return new TwimlError(13224, `Dial: Invalid phone number ${JSON.stringify(number)}: it ${why}`);
}
