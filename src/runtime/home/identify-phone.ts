import type { Identity } from "../../policy/home/outbound-call";

/**
 * Whether a call is from the home's phone: by the name under which it authenticated itself, never by `From`, which a
 * phone may write as it likes. Names are compared as they are, for those of SIP tell capital letters from small ones.
 * @param homePhone `sip:name@domain` @see https://www.twilio.com/docs/voice/api/sip-twiml (SipUsername)
 */
export function identifyPhone(sipUsername: string | undefined, homePhone: string | undefined): Identity {
  if (sipUsername === undefined) return "unsaid";
  const [, name] = /^sips?:([^@]+)@/i.exec(homePhone ?? "") ?? [];
  return name === sipUsername ? "phone" : "other";
}
