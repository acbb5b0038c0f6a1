import type { VoiceSettings } from "../account/phone-numbers";
import type { SipVoice } from "../account/sip-domains";

/** Where calls are sent: the webhook of a flow, and the domain of the static fallback. */
export interface VoiceTarget {
  readonly webhookUrl: string;
  readonly domainName: string;
}

/**
 * A line's settings: the flow; when it cannot run, a static Asset by GET that takes a message with no Function at all;
 * and the flow again as status callback, without which Studio never hears of hang-ups.
 * @see https://www.twilio.com/docs/studio/widget-library/trigger-start
 */
export function lineVoice({ webhookUrl, domainName }: VoiceTarget): VoiceSettings {
  return {
    voiceUrl: webhookUrl,
    voiceMethod: "POST",
    voiceFallbackUrl: `https://${domainName}/fallback.xml`,
    voiceFallbackMethod: "GET",
    statusCallback: webhookUrl,
    statusCallbackMethod: "POST",
    // A trunk or an application would take precedence over the voice URL.
    voiceApplicationSid: "",
    trunkSid: "",
  };
}

/**
 * A SIP domain's settings. What the flow cannot place, nobody places: the static Asset says so. Without a flow for
 * outgoing calls it is what every call gets.
 */
export function domainVoice(webhookUrl: string | undefined, domainName: string): SipVoice {
  const refusal = `https://${domainName}/outgoing-fallback.xml`;
  return {
    voiceUrl: webhookUrl ?? refusal,
    voiceMethod: webhookUrl === undefined ? "GET" : "POST",
    voiceFallbackUrl: refusal,
    voiceFallbackMethod: "GET",
    voiceStatusCallbackUrl: webhookUrl ?? "",
  };
}
