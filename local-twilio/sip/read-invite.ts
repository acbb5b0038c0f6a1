import { createHash } from "node:crypto";
import type { Account } from "../account";
import type { SipDomainRow } from "../sip-rows";
import { checkCredential, type SipLogin } from "./check-credential";
import { requireSipDomain } from "./find-sip-domain";
import { parseSipUri } from "./parse-sip-uri";
import { SipRefusal } from "./sip-refusal";

/** From the range of addresses for documentation. @see https://www.rfc-editor.org/rfc/rfc5737 */
const SOURCE_IP = "203.0.113.10";

/** Who a phone says that it is. */
export interface SipUser extends SipLogin {
  /** The name of a SIP Domain. */
  readonly domain: string;
}

/** An INVITE that a phone sends to a SIP Domain. */
export interface Invite {
  readonly from: SipUser;
  /** What was dialled, such as `911`, or a whole SIP URI. */
  readonly to: string;
  /** What the phone writes into its From header, which nobody checks; its own URI when left out. */
  readonly fromUri?: string;
}

/** An INVITE that Twilio takes. */
export interface TakenInvite {
  readonly domain: SipDomainRow;
  readonly from: string;
  readonly to: string;
  /** What its webhooks are told besides the parameters of every call. */
  readonly parameters: Readonly<Record<string, string>>;
}

/**
 * Lets Twilio look at an INVITE: the domain of the URI asks for a credential of a list that is mapped for calls.
 * @see https://www.twilio.com/docs/voice/api/receiving-sip
 * @throws SipRefusal 404 for a host that is no SIP Domain of the account, 403 for one who may not call
 */
export function readInvite(account: Account, { from, to, fromUri }: Invite, callId: string): TakenInvite {
  const uri = /^sips?:/i.test(to) ? to : `sip:${encodeUser(to)}@${from.domain}`;
  const parsed = parseSipUri(uri);
  if (parsed === undefined) throw new SipRefusal(400, undefined, `${to} is neither digits nor a SIP URI`);
  const domain = requireSipDomain(account, parsed.host);
  checkCredential(account, domain.callsLists, from);
  return {
    ...{ domain, to: uri, from: fromUri ?? uriOf(from) },
    parameters: {
      SipDomain: domain.domainName,
      SipDomainSid: domain.sid,
      SipUsername: from.username,
      SipCallId: sipCallId(callId),
      SipSourceIp: SOURCE_IP,
    },
  };
}

/** The URI of a user. */
export function uriOf({ username, domain }: Pick<SipUser, "username" | "domain">): string {
  return `sip:${encodeUser(username)}@${domain}`;
}

/** A Call-ID as recorded ones look, always the same for the same call. */
export function sipCallId(callSid: string): string {
  return `${createHash("sha256").update(callSid).digest("hex").slice(0, 32)}@0.0.0.0`;
}

/** @see https://www.rfc-editor.org/rfc/rfc3261#section-25.1 (user-unreserved) */
function encodeUser(text: string): string {
  return encodeURIComponent(text).replace(/%(26|3D|2B|24|2C|3B|3F|2F)/g, decodeURIComponent);
}
