import type { Account } from "./account";
import { ask, askFor, askOnce } from "./ask";

/** Where the calls of a SIP domain go. @see https://www.twilio.com/docs/voice/sip/api/sip-domain-resource */
export interface SipVoice {
  readonly voiceUrl: string;
  readonly voiceMethod: string;
  readonly voiceFallbackUrl: string;
  readonly voiceFallbackMethod: string;
  readonly voiceStatusCallbackUrl: string;
}

/** A domain that SIP phones register with. */
export interface SipDomain {
  readonly sid: string;
  readonly domainName: string;
  readonly sipRegistration: boolean;
  /** Whether its phones may dial emergency numbers. */
  readonly emergencyCallingEnabled: boolean;
  readonly voice: SipVoice;
}

/** A list of the phones' credentials. */
export interface CredentialList {
  readonly sid: string;
  readonly friendlyName: string;
}

const METHODS = ["GET", "POST"] as const;
const methodOf = (text: string) => METHODS.find((method) => method === text) ?? "POST";
/** The helper library writes into the options it is given: each call needs its own. */
const all = () => ({ pageSize: 1000 });

/** Every SIP domain of the account. @throws AccountFailure */
export async function listSipDomains(account: Account): Promise<SipDomain[]> {
  const found = await ask(account, "list the SIP domains", () => account.client.sip.domains.list(all()));
  return found.map(({ sid, domainName, sipRegistration, emergencyCallingEnabled, ...one }) => ({
    ...{ sid, domainName, sipRegistration, emergencyCallingEnabled },
    voice: {
      voiceUrl: one.voiceUrl ?? "",
      voiceMethod: one.voiceMethod ?? "POST",
      voiceFallbackUrl: one.voiceFallbackUrl ?? "",
      voiceFallbackMethod: one.voiceFallbackMethod ?? "POST",
      voiceStatusCallbackUrl: one.voiceStatusCallbackUrl ?? "",
    },
  }));
}

/** The domain's SID. @throws AccountFailure; its status is 400 when somebody else has that name */
export async function createSipDomain(account: Account, domainName: string): Promise<string> {
  const domain = {
    domainName,
    friendlyName: "gatehouse",
    sipRegistration: true,
    // Off by default; without it an emergency call is refused.
    emergencyCallingEnabled: true,
  };
  const { sid } = await askOnce(account, `create the SIP domain ${domainName}`, () =>
    account.client.sip.domains.create(domain),
  );
  return sid;
}

/** Where its calls go; phones may register, and call for help. @throws AccountFailure */
export async function updateSipDomain(account: Account, sid: string, voice: SipVoice): Promise<void> {
  await ask(account, "set the SIP domain's voice URL", () =>
    account.client.sip.domains(sid).update({
      ...voice,
      voiceMethod: methodOf(voice.voiceMethod),
      voiceFallbackMethod: methodOf(voice.voiceFallbackMethod),
      voiceStatusCallbackMethod: "POST",
      sipRegistration: true,
      emergencyCallingEnabled: true,
    }),
  );
}

/** One that is gone already is no error. @throws AccountFailure */
export async function removeSipDomain(account: Account, sid: string): Promise<void> {
  await askFor(account, `remove the SIP domain ${sid}`, () => account.client.sip.domains(sid).remove());
}

/** @throws AccountFailure */
export async function listCredentialLists(account: Account): Promise<CredentialList[]> {
  const found = await ask(account, "list the credential lists", () =>
    account.client.sip.credentialLists.list(all()),
  );
  return found.map(({ sid, friendlyName }) => ({ sid, friendlyName }));
}

/** The list's SID. @throws AccountFailure */
export async function createCredentialList(account: Account, friendlyName: string): Promise<string> {
  const { sid } = await askOnce(account, `create the credential list ${friendlyName}`, () =>
    account.client.sip.credentialLists.create({ friendlyName }),
  );
  return sid;
}

/** The user names on a list; Twilio never tells passwords. @throws AccountFailure */
export async function listSipUsers(account: Account, listSid: string): Promise<string[]> {
  const found = await ask(account, "list the SIP credentials", () =>
    account.client.sip.credentialLists(listSid).credentials.list(all()),
  );
  return found.map(({ username }) => username);
}

/** @throws AccountFailure, which never holds the password */
export async function createSipUser(
  account: Account,
  listSid: string,
  credential: { readonly username: string; readonly password: string },
): Promise<void> {
  await askOnce(account, "create the SIP credential", () =>
    account.client.sip.credentialLists(listSid).credentials.create(credential),
  );
}

/** One that is gone already is no error. @throws AccountFailure */
export async function removeCredentialList(account: Account, sid: string): Promise<void> {
  await askFor(account, `remove the credential list ${sid}`, () =>
    account.client.sip.credentialLists(sid).remove(),
  );
}

/** For what a domain's phones must show the credentials of a list. */
export type SipMapping = "calls" | "registrations";

/** What of the domain asks for the list already. @throws AccountFailure */
export async function listSipMappings(
  account: Account,
  domainSid: string,
  listSid: string,
): Promise<SipMapping[]> {
  const { calls, registrations } = account.client.sip.domains(domainSid).auth;
  const [ofCalls, ofRegistrations] = await ask(account, "list the SIP domain's credential lists", () =>
    Promise.all([calls.credentialListMappings.list(all()), registrations.credentialListMappings.list(all())]),
  );
  return [
    ...(ofCalls.some(({ sid }) => sid === listSid) ? (["calls"] as const) : []),
    ...(ofRegistrations.some(({ sid }) => sid === listSid) ? (["registrations"] as const) : []),
  ];
}

/** @throws AccountFailure */
export async function mapCredentialList(
  account: Account,
  { domainSid, listSid }: { readonly domainSid: string; readonly listSid: string },
  mapping: SipMapping,
): Promise<void> {
  const { calls, registrations } = account.client.sip.domains(domainSid).auth;
  const wanted = `have the SIP domain ask for credentials of ${mapping}`;
  const order = { credentialListSid: listSid };
  await askOnce<unknown>(account, wanted, () =>
    mapping === "calls"
      ? calls.credentialListMappings.create(order)
      : registrations.credentialListMappings.create(order),
  );
}
