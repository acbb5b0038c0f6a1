import type { Account } from "./account";
import type { SidPrefix } from "./sids";
import type { WebhookMethod } from "./voice/document-request";

/**
 * What an owner may set of a number: an empty URL is none, an undefined SID nothing.
 * @see https://www.twilio.com/docs/phone-numbers/api/incomingphonenumber-resource
 */
export interface NumberSettings {
  readonly friendlyName: string;
  readonly voiceUrl: string;
  readonly voiceMethod: WebhookMethod;
  readonly voiceFallbackUrl: string;
  readonly voiceFallbackMethod: WebhookMethod;
  readonly statusCallback: string;
  readonly statusCallbackMethod: WebhookMethod;
  /** Either of these, and none of the voice URLs is used. */
  readonly voiceApplicationSid: string | undefined;
  readonly trunkSid: string | undefined;
  readonly voiceReceiveMode: "voice" | "fax";
  readonly voiceCallerIdLookup: boolean;
  readonly smsUrl: string;
  readonly smsMethod: WebhookMethod;
  readonly smsFallbackUrl: string;
  readonly smsFallbackMethod: WebhookMethod;
  readonly smsApplicationSid: string | undefined;
  readonly emergencyAddressSid: string | undefined;
  readonly addressSid: string | undefined;
  readonly identitySid: string | undefined;
  readonly bundleSid: string | undefined;
}

/** One of the account's numbers. Instants are epoch milliseconds. */
export interface NumberRow extends NumberSettings {
  readonly sid: string;
  /** In E.164. */
  readonly phoneNumber: string;
  readonly dateCreated: number;
  readonly dateUpdated: number;
  /** New to Twilio's platform. */
  readonly beta: boolean;
  readonly origin: "twilio" | "hosted";
  readonly capabilities: Capabilities;
}

/** What a number is good for. @see https://www.twilio.com/docs/phone-numbers/api/incomingphonenumber-resource (capabilities) */
export interface Capabilities {
  readonly voice: boolean;
  readonly sms: boolean;
  readonly mms: boolean;
  readonly fax: boolean;
}

/** What a number is made with: its settings, and what its owner cannot choose. */
export type NumberFeatures = NumberSettings & Pick<NumberRow, "beta" | "origin" | "capabilities">;

/** What a number is good for when nothing else is said. */
export const DEFAULT_CAPABILITIES: Capabilities = { voice: true, sms: true, mms: true, fax: false };

/** What a new number has when its buyer says nothing. */
const DEFAULTS: Omit<NumberFeatures, "friendlyName"> = {
  ...{ voiceUrl: "", voiceMethod: "POST", voiceFallbackUrl: "", voiceFallbackMethod: "POST" },
  ...{ statusCallback: "", statusCallbackMethod: "POST" },
  ...{ voiceApplicationSid: undefined, trunkSid: undefined },
  ...{ voiceReceiveMode: "voice", voiceCallerIdLookup: false },
  ...{ smsUrl: "", smsMethod: "POST", smsFallbackUrl: "", smsFallbackMethod: "POST" },
  ...{ smsApplicationSid: undefined, emergencyAddressSid: undefined, addressSid: undefined },
  ...{ identitySid: undefined, bundleSid: undefined, beta: false, origin: "twilio" },
  capabilities: DEFAULT_CAPABILITIES,
};

/** What a number is made from. */
export interface NumberWorld {
  readonly account: Account;
  readonly clock: { now(): number };
  readonly sids: (prefix: SidPrefix) => string;
}

/**
 * Gives the account a number as if it had bought it, and tells its SID.
 * @param phoneNumber in E.164
 * @throws RangeError when the account has it already, TypeError for what is no number
 */
export function addNumber(
  { account, clock, sids }: NumberWorld,
  phoneNumber: string,
  settings: Partial<NumberFeatures> = {},
): string {
  if (!/^\+[1-9]\d{6,14}$/.test(phoneNumber))
    throw new TypeError(`Cannot add ${JSON.stringify(phoneNumber)}: a number in E.164 such as +12125550100`);
  if (account.numbers.has(phoneNumber))
    throw new RangeError(`Cannot add ${phoneNumber}: the account has it already`);
  const now = clock.now();
  const named = { friendlyName: formatNumber(phoneNumber), ...DEFAULTS, ...settings };
  const row: NumberRow = { ...named, sid: sids("PN"), phoneNumber, dateCreated: now, dateUpdated: now };
  account.numbers.set(phoneNumber, row);
  return row.sid;
}

/** North American numbers as Twilio's examples show them, `(212) 555-0100`; anything else as it is. */
export function formatNumber(text: string): string {
  return text.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, "($1) $2-$3");
}
