import type { PhoneNumber } from "../account/phone-numbers";
import { countryOf, isE164 } from "../telephony/e164";
import { routesEmergencyCalls, takesEmergencyAddress } from "../telephony/emergency-numbers";
import type { Observed } from "./observed";
import type { Project } from "./project";

/** What the owner should know before going on, though nothing keeps a deploy from it: a sentence each. */
export function warnAccount(
  { home, country }: Pick<Project, "home" | "country">,
  { numbers }: Pick<Observed, "numbers">,
): string[] {
  if (home === undefined) return [];
  const shown = numbers.find(({ number }) => number === home.callerId);
  const lacking =
    shown !== undefined && lacksAddress(shown)
      ? [
          `${shown.number}, which the home's phone shows, has no registered emergency address: help would not know where to go, and each such call is billed dearly. Register one: ${EMERGENCY_CONSOLE}`,
        ]
      : [];
  return [...lacking, ...doubtsAboutHelp(home.callerId, country)];
}

/** Where an address is registered. @see https://www.twilio.com/docs/voice/tutorials/emergency-calling-for-programmable-voice */
export const EMERGENCY_CONSOLE =
  "https://console.twilio.com (Phone Numbers > Manage > Active numbers > Emergency calling)";

/** Whether help would not know where to go: no address is registered, and numbers of that country can have one. */
export function lacksAddress({
  number,
  emergencyAddressStatus,
}: Pick<PhoneNumber, "number" | "emergencyAddressStatus">): boolean {
  const country = isE164(number) ? countryOf(number) : undefined;
  return emergencyAddressStatus !== "registered" && (country === undefined || takesEmergencyAddress(country));
}

/**
 * Why calls for help may reach nobody. Twilio routes them in some countries, and there for numbers of the country alone.
 * @see https://www.twilio.com/docs/voice/sip/emergency-calling
 */
export function doubtsAboutHelp(callerId: string, country: string): string[] {
  if (!routesEmergencyCalls(country))
    return [
      `Twilio routes no emergency calls in ${country}: whoever dials for help on the home's phone is told to use another telephone. Keep one at hand`,
    ];
  const shown = isE164(callerId) ? countryOf(callerId) : undefined;
  return shown === undefined || shown === country
    ? []
    : [
        `${callerId}, which the home's phone shows, is a number of ${shown}, and the policy's country is ${country}: from it Twilio routes no emergency calls there. Let home.callerId be a line of ${country}`,
      ];
}
