import type { Observed } from "./observed";
import type { Project } from "./project";

/** What the owner should know before going on, though nothing keeps a deploy from it: a sentence each. */
export function warnAccount(
  { home }: Pick<Project, "home">,
  { numbers }: Pick<Observed, "numbers">,
): string[] {
  const shown = numbers.find(({ number }) => number === home?.callerId);
  const isRegistered = shown === undefined || shown.emergencyAddressStatus === "registered";
  return isRegistered
    ? []
    : [
        `${shown.number}, which the home's phone shows, has no registered emergency address: help would not know where to go, and each such call is billed dearly. Register one: ${EMERGENCY_CONSOLE}`,
      ];
}

/** Where an address is registered. @see https://www.twilio.com/docs/voice/tutorials/emergency-calling-for-programmable-voice */
export const EMERGENCY_CONSOLE =
  "https://console.twilio.com (Phone Numbers > Manage > Active numbers > Emergency calling)";
