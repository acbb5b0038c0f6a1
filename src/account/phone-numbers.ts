import type { Account } from "./account";
import { ask } from "./ask";

/**
 * Where a number's calls go. An empty text is nothing; a trunk or an application takes precedence over `voiceUrl`.
 * @see https://www.twilio.com/docs/phone-numbers/api/incomingphonenumber-resource
 */
export interface VoiceSettings {
  readonly voiceUrl: string;
  readonly voiceMethod: string;
  readonly voiceFallbackUrl: string;
  readonly voiceFallbackMethod: string;
  readonly statusCallback: string;
  readonly statusCallbackMethod: string;
  readonly voiceApplicationSid: string;
  readonly trunkSid: string;
}

/** One of the account's telephone numbers. */
export interface PhoneNumber {
  readonly sid: string;
  /** In E.164. */
  readonly number: string;
  readonly friendlyName: string;
  readonly voice: VoiceSettings;
  /** Whether Twilio looks up the caller's name of each call, which it is paid for. */
  readonly looksUpNames: boolean;
  /** Whether text messages can be sent from it. */
  readonly sendsTexts: boolean;
  /** `Active` or `Inactive`: whether emergency calls carry a registered address. */
  readonly emergencyStatus: string;
  readonly emergencyAddressSid: string;
  /** `registered` once emergency services know the address. */
  readonly emergencyAddressStatus: string;
}

const PAGE_SIZE = 1000;

/** Every number of the account, page after page. @throws AccountFailure */
export async function listNumbers(account: Account): Promise<PhoneNumber[]> {
  const found = await ask(account, "list the account's numbers", () =>
    account.client.incomingPhoneNumbers.list({ pageSize: PAGE_SIZE }),
  );
  return found.map((one) => ({
    sid: one.sid,
    number: one.phoneNumber,
    friendlyName: one.friendlyName ?? "",
    voice: readVoice(one),
    looksUpNames: one.voiceCallerIdLookup ?? false,
    sendsTexts: one.capabilities?.sms ?? false,
    emergencyStatus: one.emergencyStatus ?? "",
    emergencyAddressSid: one.emergencyAddressSid ?? "",
    emergencyAddressStatus: one.emergencyAddressStatus ?? "",
  }));
}

const METHODS = ["GET", "POST"] as const;

/** Points a number's calls elsewhere. @throws AccountFailure */
export async function updateNumber(account: Account, sid: string, voice: VoiceSettings): Promise<void> {
  const { voiceMethod, voiceFallbackMethod, statusCallbackMethod, ...rest } = voice;
  const methods = { voiceMethod, voiceFallbackMethod, statusCallbackMethod };
  await ask(account, `set the voice URL of the number ${sid}`, () =>
    account.client.incomingPhoneNumbers(sid).update({
      ...rest,
      voiceMethod: methodOf(methods.voiceMethod),
      voiceFallbackMethod: methodOf(methods.voiceFallbackMethod),
      statusCallbackMethod: methodOf(methods.statusCallbackMethod),
    }),
  );
}

function methodOf(text: string): (typeof METHODS)[number] {
  return METHODS.find((method) => method === text) ?? "POST";
}

/** Twilio says null, or leaves out, what a number has not. */
function readVoice(one: { readonly [Name in keyof VoiceSettings]?: string | null }): VoiceSettings {
  return {
    voiceUrl: one.voiceUrl ?? "",
    voiceMethod: one.voiceMethod ?? "POST",
    voiceFallbackUrl: one.voiceFallbackUrl ?? "",
    voiceFallbackMethod: one.voiceFallbackMethod ?? "POST",
    statusCallback: one.statusCallback ?? "",
    statusCallbackMethod: one.statusCallbackMethod ?? "POST",
    voiceApplicationSid: one.voiceApplicationSid ?? "",
    trunkSid: one.trunkSid ?? "",
  };
}
