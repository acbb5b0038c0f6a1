/** The settings of a Verify Service that Twilio keeps; instants are epoch milliseconds. @see https://www.twilio.com/docs/verify/api/service */
export interface VerifyServiceRow {
  readonly sid: string;
  readonly dateCreated: number;
  readonly dateUpdated: number;
  readonly friendlyName: string;
  readonly codeLength: number;
  readonly lookupEnabled: boolean;
  readonly skipSmsToLandlines: boolean;
  readonly dtmfInputRequired: boolean;
  readonly psd2Enabled: boolean;
  readonly doNotShareWarningEnabled: boolean;
  readonly customCodeEnabled: boolean;
  readonly verifyEventSubscriptionEnabled: boolean;
  readonly ttsName: string | null;
  readonly defaultTemplateSid: string | null;
  readonly push: PushSettings;
  readonly totp: TotpSettings;
  readonly whatsapp: { readonly msgServiceSid: string | null; readonly from: string | null };
  readonly passkeys: PasskeySettings;
}

interface PushSettings {
  readonly includeDate: boolean;
  readonly apnCredentialSid: string | null;
  readonly fcmCredentialSid: string | null;
}

/** Codes of an authenticator app. `timeStep` is in seconds. */
interface TotpSettings {
  readonly issuer: string | null;
  readonly timeStep: number;
  readonly codeLength: number;
  readonly skew: number;
}

interface PasskeySettings {
  readonly id: string | null;
  readonly name: string | null;
  readonly origins: readonly string[] | null;
  readonly authenticatorAttachment: string | null;
  readonly discoverableCredentials: string | null;
  readonly userVerification: string | null;
}
