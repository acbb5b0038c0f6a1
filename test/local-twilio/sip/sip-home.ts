import twilio from "twilio";
import type { LocalTwilio } from "../../../local-twilio/local-twilio";

export const DOMAIN = "home.sip.twilio.com";
/** The example in the description of the Password parameter, `twilio_api_v2010.json`. */
export const PASSWORD = "IWasAtSignal2018";
export const KITCHEN = { domain: DOMAIN, username: "kitchen", password: PASSWORD } as const;

/** The account's SIP resources in Twilio's helper library. */
export function sipOf(local: LocalTwilio) {
  return twilio(local.account.sid, local.account.authToken).api.v2010.accounts(local.account.sid).sip;
}

/** What a home's domain is made of; see the Domain resource for the names. */
export interface HomeSettings {
  readonly sipRegistration?: boolean;
  readonly emergencyCallingEnabled?: boolean;
  readonly voiceUrl?: string;
  readonly voiceFallbackUrl?: string;
  readonly voiceStatusCallbackUrl?: string;
  /** What the list of kitchen and hall is mapped for. */
  readonly mapped?: readonly ("calls" | "registrations")[];
}

/** Makes a domain and a credential list with the users `kitchen` and `hall`, as its owner does over REST. */
export async function furnishHome(
  local: LocalTwilio,
  { mapped = ["calls", "registrations"], ...settings }: HomeSettings = {},
): Promise<{ readonly domainSid: string; readonly listSid: string }> {
  const sip = sipOf(local);
  const { sid: domainSid } = await sip.domains.create({
    domainName: DOMAIN,
    sipRegistration: true,
    ...settings,
  });
  const { sid: listSid } = await sip.credentialLists.create({ friendlyName: "Home" });
  for (const username of ["kitchen", "hall"])
    await sip.credentialLists(listSid).credentials.create({ username, password: PASSWORD });
  for (const purpose of mapped)
    await sip.domains(domainSid).auth[purpose].credentialListMappings.create({ credentialListSid: listSid });
  return { domainSid, listSid };
}
