import { isoDate } from "../iso-date";
import type { VerifyServiceRow } from "./verify-row";

/** Where Verify's URLs start. */
export const VERIFY_BASE = "https://verify.twilio.com/v2/Services";

const LINKS: Readonly<Record<string, string>> = {
  verification_checks: "VerificationCheck",
  verifications: "Verifications",
  rate_limits: "RateLimits",
  messaging_configurations: "MessagingConfigurations",
  entities: "Entities",
  webhooks: "Webhooks",
  access_tokens: "AccessTokens",
};

/** The JSON of a Verify Service. @see https://www.twilio.com/docs/verify/api/service */
export function formatService(accountSid: string, service: VerifyServiceRow): Record<string, unknown> {
  const url = `${VERIFY_BASE}/${service.sid}`;
  return {
    ...{ sid: service.sid, account_sid: accountSid, friendly_name: service.friendlyName },
    code_length: service.codeLength,
    lookup_enabled: service.lookupEnabled,
    psd2_enabled: service.psd2Enabled,
    skip_sms_to_landlines: service.skipSmsToLandlines,
    dtmf_input_required: service.dtmfInputRequired,
    tts_name: service.ttsName,
    do_not_share_warning_enabled: service.doNotShareWarningEnabled,
    custom_code_enabled: service.customCodeEnabled,
    verify_event_subscription_enabled: service.verifyEventSubscriptionEnabled,
    default_template_sid: service.defaultTemplateSid,
    ...formatFactors(service),
    date_created: isoDate(service.dateCreated),
    date_updated: isoDate(service.dateUpdated),
    url,
    links: Object.fromEntries(Object.entries(LINKS).map(([name, folder]) => [name, `${url}/${folder}`])),
  };
}

/** "Defaults to the service friendly name if not provided" (the issuer of the TOTP URI). */
function formatFactors({ friendlyName, push, totp, whatsapp, passkeys }: VerifyServiceRow) {
  return {
    push: {
      include_date: push.includeDate,
      apn_credential_sid: push.apnCredentialSid,
      fcm_credential_sid: push.fcmCredentialSid,
    },
    totp: {
      issuer: totp.issuer ?? friendlyName,
      time_step: totp.timeStep,
      code_length: totp.codeLength,
      skew: totp.skew,
    },
    whatsapp: { msg_service_sid: whatsapp.msgServiceSid, from: whatsapp.from },
    passkeys: {
      relying_party: { id: passkeys.id, name: passkeys.name, origins: passkeys.origins },
      authenticator_attachment: passkeys.authenticatorAttachment,
      discoverable_credentials: passkeys.discoverableCredentials,
      user_verification: passkeys.userVerification,
    },
  };
}
