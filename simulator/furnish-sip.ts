import { randomBytes } from "node:crypto";
import type { LocalTwilio } from "../local-twilio/local-twilio";

/** The home's phone as a user of a SIP Domain. */
export interface SipAccount {
  readonly domain: string;
  readonly username: string;
  readonly password: string;
}

/** Where the calls of a domain go. */
export interface DomainUrls {
  readonly voiceUrl: string;
  readonly voiceFallbackUrl: string;
}

const DOMAIN = "gatehouse-home.sip.twilio.com";
const USERNAME = "home";

/** What HOME_PHONE holds: whom to ring. */
export const HOME_PHONE_URI = `sip:${USERNAME}@${DOMAIN}`;

/**
 * Makes the SIP Domain of the home: one credential, which may register phones and call. Its password is new each time.
 * @see https://www.twilio.com/docs/voice/sip/api/sip-domain-resource
 */
export function furnishSip({ account, clock }: LocalTwilio, urls: DomainUrls): SipAccount {
  const dates = { dateCreated: clock.now(), dateUpdated: clock.now() };
  const password = randomBytes(16).toString("base64url");
  const sid = (prefix: string) => `${prefix}${randomBytes(16).toString("hex")}`;
  const [listSid, domainSid, credentialSid] = [sid("CL"), sid("SD"), sid("CR")];
  const credential = { ...dates, sid: credentialSid, username: USERNAME, password };
  const credentials = new Map([[credentialSid, credential]]);
  account.credentialLists.set(listSid, {
    ...dates,
    sid: listSid,
    friendlyName: "Gatehouse home",
    credentials,
  });
  const lists = () => new Map([[listSid, clock.now()]]);
  account.sipDomains.set(domainSid, {
    ...{ ...dates, ...urls, sid: domainSid, domainName: DOMAIN, friendlyName: "Gatehouse home" },
    ...{ voiceMethod: "POST", voiceFallbackMethod: "GET" },
    ...{ voiceStatusCallbackUrl: urls.voiceUrl, voiceStatusCallbackMethod: "POST" },
    ...{ sipRegistration: true, emergencyCallingEnabled: true, secure: false },
    ...{ byocTrunkSid: null, emergencyCallerSid: null },
    ...{ callsLists: lists(), registrationsLists: lists() },
  });
  return { domain: DOMAIN, username: USERNAME, password };
}
