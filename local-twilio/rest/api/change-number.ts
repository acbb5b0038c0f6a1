import type { NumberRow, NumberSettings } from "../../number-row";
import { TwilioError } from "../twilio-error";
import type { WireRequest } from "../wire";
import type { ApiWorld } from "./api-world";
import { type FormReader, readForm } from "./read-form";

/**
 * The number as a form changes it. EmergencyStatus is ignored, as on Twilio.
 * @see https://www.twilio.com/docs/phone-numbers/api/incomingphonenumber-resource#update-an-incomingphonenumber-resource
 * @see https://www.twilio.com/changelog/changes-to-the-emergency-calling-api
 * @throws TwilioError 400
 */
export function changeNumber(world: ApiWorld, number: NumberRow, { body }: WireRequest): NumberRow {
  const form = readForm(body);
  const changed: NumberRow = {
    ...number,
    ...voiceSettings(form, number),
    ...callHandlers(form, number),
    ...smsSettings(form, number),
    ...papers(form, number),
    friendlyName: form.friendlyName(number.friendlyName),
    dateUpdated: world.clock.now(),
  };
  checkFallbacks(body, changed);
  if (changed.emergencyAddressSid !== number.emergencyAddressSid) checkEmergencyAddress(world, changed);
  return changed;
}

function voiceSettings(form: FormReader, before: NumberRow) {
  return {
    voiceUrl: form.url("VoiceUrl", before.voiceUrl),
    voiceMethod: form.method("VoiceMethod", before.voiceMethod),
    voiceFallbackUrl: form.url("VoiceFallbackUrl", before.voiceFallbackUrl),
    voiceFallbackMethod: form.method("VoiceFallbackMethod", before.voiceFallbackMethod),
    statusCallback: form.url("StatusCallback", before.statusCallback),
    statusCallbackMethod: form.method("StatusCallbackMethod", before.statusCallbackMethod),
    voiceCallerIdLookup: form.flag("VoiceCallerIdLookup", before.voiceCallerIdLookup),
    voiceReceiveMode: readReceiveMode(form, before.voiceReceiveMode),
  } satisfies Partial<NumberSettings>;
}

/** "Setting a trunk_sid will automatically delete your voice_application_sid and vice versa." */
function callHandlers(form: FormReader, before: NumberRow) {
  const trunkSid = form.sid("TrunkSid", "TK", before.trunkSid);
  const voiceApplicationSid = form.sid("VoiceApplicationSid", "AP", before.voiceApplicationSid);
  if (trunkSid !== undefined && trunkSid !== before.trunkSid)
    return { trunkSid, voiceApplicationSid: undefined };
  if (voiceApplicationSid !== undefined && voiceApplicationSid !== before.voiceApplicationSid)
    return { trunkSid: undefined, voiceApplicationSid };
  return { trunkSid, voiceApplicationSid };
}

function smsSettings(form: FormReader, before: NumberRow) {
  return {
    smsUrl: form.url("SmsUrl", before.smsUrl),
    smsMethod: form.method("SmsMethod", before.smsMethod),
    smsFallbackUrl: form.url("SmsFallbackUrl", before.smsFallbackUrl),
    smsFallbackMethod: form.method("SmsFallbackMethod", before.smsFallbackMethod),
    smsApplicationSid: form.sid("SmsApplicationSid", "AP", before.smsApplicationSid),
  } satisfies Partial<NumberSettings>;
}

function papers(form: FormReader, before: NumberRow) {
  return {
    emergencyAddressSid: form.sid("EmergencyAddressSid", "AD", before.emergencyAddressSid),
    addressSid: form.sid("AddressSid", "AD", before.addressSid),
    identitySid: form.sid("IdentitySid", "RI", before.identitySid),
    bundleSid: form.sid("BundleSid", "BU", before.bundleSid),
  } satisfies Partial<NumberSettings>;
}

function readReceiveMode(form: FormReader, before: "voice" | "fax"): "voice" | "fax" {
  const mode = form.text("VoiceReceiveMode", before);
  if (mode !== "voice" && mode !== "fax")
    throw new TwilioError(400, 20001, "VoiceReceiveMode must be voice or fax");
  return mode;
}

/** @see https://www.twilio.com/docs/api/errors/21405, https://www.twilio.com/docs/api/errors/21406 */
function checkFallbacks(body: URLSearchParams, { voiceUrl, smsUrl }: NumberRow): void {
  if (body.get("VoiceFallbackUrl") && voiceUrl === "")
    throw new TwilioError(400, 21405, "Cannot set VoiceFallbackUrl without setting Url");
  if (body.get("SmsFallbackUrl") && smsUrl === "")
    throw new TwilioError(400, 21406, "Cannot set SmsFallbackUrl without setting SmsUrl");
}

/** @see https://www.twilio.com/docs/voice/sip/api/emergency-calling-api */
function checkEmergencyAddress({ account }: ApiWorld, { emergencyAddressSid: sid }: NumberRow): void {
  if (sid === undefined || account.addresses.get(sid)?.emergencyEnabled) return;
  throw new TwilioError(
    400,
    20001,
    `EmergencyAddressSid ${sid} is no address with emergency calling enabled`,
  );
}
