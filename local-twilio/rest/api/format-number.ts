import type { NumberRow } from "../../number-row";
import { type ApiWorld, accountUri } from "./api-world";
import { rfc2822Date } from "./rfc2822-date";

/** @see https://www.twilio.com/docs/phone-numbers/api/incomingphonenumber-resource (emergency_address_status) */
export type EmergencyAddressStatus =
  | "registered"
  | "unregistered"
  | "pending-registration"
  | "pending-unregistration";

/** How a number's emergency address stands once all is done. */
export function emergencyStatusOf({ emergencyAddressSid }: NumberRow): EmergencyAddressStatus {
  return emergencyAddressSid === undefined ? "unregistered" : "registered";
}

/**
 * The JSON of a number. Twilio's examples have null where no voice URL is, and "" for the other URLs. They have "" for
 * no application as well, which Twilio's own schema forbids: here it is null.
 * @see https://www.twilio.com/docs/phone-numbers/api/incomingphonenumber-resource
 */
export function formatNumberRow(
  world: ApiWorld,
  number: NumberRow,
  emergencyAddressStatus = emergencyStatusOf(number),
): Record<string, unknown> {
  const { sid } = number;
  return {
    ...{ sid, account_sid: world.account.sid, phone_number: number.phoneNumber },
    ...{ friendly_name: number.friendlyName, api_version: "2010-04-01", status: "in-use" },
    ...{ beta: number.beta, origin: number.origin },
    capabilities: number.capabilities,
    date_created: rfc2822Date(number.dateCreated),
    date_updated: rfc2822Date(number.dateUpdated),
    ...voice(number),
    ...sms(number),
    ...papers(number),
    emergency_status: "Active",
    emergency_address_status: emergencyAddressStatus,
    uri: `${accountUri(world)}/IncomingPhoneNumbers/${sid}.json`,
  };
}

function voice(number: NumberRow) {
  return {
    voice_url: number.voiceUrl || null,
    voice_method: number.voiceMethod,
    voice_fallback_url: number.voiceFallbackUrl || null,
    voice_fallback_method: number.voiceFallbackMethod,
    voice_application_sid: number.voiceApplicationSid ?? null,
    voice_caller_id_lookup: number.voiceCallerIdLookup,
    voice_receive_mode: number.voiceReceiveMode,
    trunk_sid: number.trunkSid ?? null,
    status_callback: number.statusCallback,
    status_callback_method: number.statusCallbackMethod,
  };
}

function sms(number: NumberRow) {
  return {
    sms_url: number.smsUrl,
    sms_method: number.smsMethod,
    sms_fallback_url: number.smsFallbackUrl,
    sms_fallback_method: number.smsFallbackMethod,
    sms_application_sid: number.smsApplicationSid ?? null,
  };
}

function papers(number: NumberRow) {
  return {
    address_requirements: "none",
    address_sid: number.addressSid ?? null,
    identity_sid: number.identitySid ?? null,
    bundle_sid: number.bundleSid ?? null,
    emergency_address_sid: number.emergencyAddressSid ?? null,
  };
}
