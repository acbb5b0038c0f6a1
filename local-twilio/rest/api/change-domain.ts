import type { SipDomainRow } from "../../sip-rows";
import { TwilioError } from "../twilio-error";
import type { WireRequest } from "../wire";
import type { ApiWorld } from "./api-world";
import { readForm, requireText } from "./read-form";

/** "Domain names can contain letters, digits, and "-" and must end with `sip.twilio.com`." */
const DOMAIN_NAME = /^[a-z\d](?:[a-z\d-]*[a-z\d])?\.sip\.twilio\.com$/i;

/** A domain as a form asks for it, which is not stored yet. @throws TwilioError 400 */
export function newDomain(world: ApiWorld, request: WireRequest): SipDomainRow {
  const now = world.clock.now();
  const domainName = requireText(request.body, "DomainName", 21232).toLowerCase();
  checkName(world, domainName);
  const fresh: SipDomainRow = {
    ...{ sid: world.sids("SD"), domainName, friendlyName: domainName, dateCreated: now, dateUpdated: now },
    ...{ voiceUrl: "", voiceMethod: "POST", voiceFallbackUrl: "", voiceFallbackMethod: "POST" },
    ...{ voiceStatusCallbackUrl: "", voiceStatusCallbackMethod: "POST" },
    ...{ sipRegistration: false, emergencyCallingEnabled: false, secure: false },
    ...{ byocTrunkSid: null, emergencyCallerSid: null },
    ...{ callsLists: new Map(), registrationsLists: new Map() },
  };
  return changeDomain(world, fresh, request);
}

/** The domain as a form changes it. @throws TwilioError 400 */
export function changeDomain(world: ApiWorld, domain: SipDomainRow, { body }: WireRequest): SipDomainRow {
  const form = readForm(body);
  const domainName = form.text("DomainName", domain.domainName).toLowerCase();
  if (domainName !== domain.domainName) checkName(world, domainName);
  const changed: SipDomainRow = {
    ...domain,
    domainName,
    friendlyName: form.friendlyName(domain.friendlyName),
    voiceUrl: form.url("VoiceUrl", domain.voiceUrl),
    voiceMethod: form.method("VoiceMethod", domain.voiceMethod),
    voiceFallbackUrl: form.url("VoiceFallbackUrl", domain.voiceFallbackUrl),
    voiceFallbackMethod: form.method("VoiceFallbackMethod", domain.voiceFallbackMethod),
    voiceStatusCallbackUrl: form.url("VoiceStatusCallbackUrl", domain.voiceStatusCallbackUrl),
    voiceStatusCallbackMethod: form.method("VoiceStatusCallbackMethod", domain.voiceStatusCallbackMethod),
    sipRegistration: form.flag("SipRegistration", domain.sipRegistration),
    emergencyCallingEnabled: form.flag("EmergencyCallingEnabled", domain.emergencyCallingEnabled),
    secure: form.flag("Secure", domain.secure),
    byocTrunkSid: form.sid("ByocTrunkSid", "BY", domain.byocTrunkSid ?? undefined) ?? null,
    emergencyCallerSid: form.sid("EmergencyCallerSid", "PN", domain.emergencyCallerSid ?? undefined) ?? null,
    dateUpdated: world.clock.now(),
  };
  checkEmergencyCaller(world, changed);
  return changed;
}

/** @see https://www.twilio.com/docs/api/errors/21232 ("invalid, already in use or a subdomain…") */
function checkName({ account, clock }: ApiWorld, name: string): void {
  if (!DOMAIN_NAME.test(name))
    throw new TwilioError(400, 21232, `${name} is not valid: letters, digits and - before .sip.twilio.com`);
  const reservedUntil = account.reservedSipNames.get(name) ?? 0;
  const isTaken = [...account.sipDomains.values()].some(({ domainName }) => domainName === name);
  if (isTaken || reservedUntil > clock.now())
    throw new TwilioError(400, 21232, `The domain name ${name} is already in use`);
}

function checkEmergencyCaller({ account }: ApiWorld, { emergencyCallerSid }: SipDomainRow): void {
  const isOurs = [...account.numbers.values()].some(({ sid }) => sid === emergencyCallerSid);
  if (emergencyCallerSid !== null && !isOurs)
    throw new TwilioError(400, 21231, `EmergencyCallerSid ${emergencyCallerSid} is no number of the account`);
}
