import type { WebhookMethod } from "./voice/document-request";

/** A SIP Domain. Instants are epoch milliseconds. @see https://www.twilio.com/docs/voice/sip/api/sip-domain-resource */
export interface SipDomainRow {
  readonly sid: string;
  readonly domainName: string;
  readonly dateCreated: number;
  readonly dateUpdated: number;
  readonly friendlyName: string;
  /** An empty URL is none. */
  readonly voiceUrl: string;
  readonly voiceMethod: WebhookMethod;
  readonly voiceFallbackUrl: string;
  readonly voiceFallbackMethod: WebhookMethod;
  readonly voiceStatusCallbackUrl: string;
  readonly voiceStatusCallbackMethod: WebhookMethod;
  readonly sipRegistration: boolean;
  readonly emergencyCallingEnabled: boolean;
  readonly secure: boolean;
  readonly byocTrunkSid: string | null;
  readonly emergencyCallerSid: string | null;
  /** Who may call: SIDs of credential lists, and since when. */
  readonly callsLists: Map<string, number>;
  /** Who may register a phone: SIDs of credential lists, and since when. */
  readonly registrationsLists: Map<string, number>;
}

/** Who may log in. @see https://www.twilio.com/docs/voice/sip/api/sip-credentiallist-resource */
export interface CredentialListRow {
  readonly sid: string;
  readonly dateCreated: number;
  readonly dateUpdated: number;
  readonly friendlyName: string;
  readonly credentials: Map<string, CredentialRow>;
}

/** A name and its password, which no reply ever tells. @see https://www.twilio.com/docs/voice/sip/api/sip-credential-resource */
export interface CredentialRow {
  readonly sid: string;
  readonly dateCreated: number;
  readonly dateUpdated: number;
  readonly username: string;
  readonly password: string;
}
