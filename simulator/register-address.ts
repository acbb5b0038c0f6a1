import { randomBytes } from "node:crypto";
import type { LocalTwilio } from "../local-twilio/local-twilio";

/** Nobody lives there. */
const PLACE = {
  ...{ friendlyName: "Home", customerName: "Ann Example", street: "1 Example Street" },
  ...{ streetSecondary: null, city: "New York", region: "NY", postalCode: "10001", isoCountry: "US" },
  emergencyEnabled: true,
} as const;

/**
 * Registers an address for emergency calls from one of the account's numbers, as its owner has to before the first.
 * @see https://www.twilio.com/docs/voice/sip/emergency-calling
 */
export function registerAddress({ account, clock }: LocalTwilio, phoneNumber: string): void {
  const number = account.numbers.get(phoneNumber);
  if (number === undefined) return;
  const sid = `AD${randomBytes(16).toString("hex")}`;
  account.addresses.set(sid, { ...PLACE, sid, dateCreated: clock.now(), dateUpdated: clock.now() });
  account.numbers.set(phoneNumber, { ...number, emergencyAddressSid: sid });
}
