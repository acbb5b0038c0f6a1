import type { Account } from "../account";
import type { SipDomainRow } from "../sip-rows";
import { SipRefusal } from "./sip-refusal";

/**
 * The account's SIP Domain with this host name. The names of the edges (`ann.sip.us1.twilio.com`) are names of it, too.
 * @see https://www.twilio.com/docs/voice/api/sip-registration
 */
export function findSipDomain({ sipDomains }: Account, host: string): SipDomainRow | undefined {
  const name = host.toLowerCase().replace(/^([a-z\d-]+)\.sip\.[a-z\d-]+\.twilio\.com$/, "$1.sip.twilio.com");
  return [...sipDomains.values()].find(({ domainName }) => domainName === name);
}

/** Whether a host is under Twilio's SIP Domains, the account's or another's. */
export function isSipDomain(host: string): boolean {
  return /\.sip(\.[a-z\d-]+)?\.twilio\.com$/i.test(host);
}

/** @throws SipRefusal 404 when the account has no such domain */
export function requireSipDomain(account: Account, host: string): SipDomainRow {
  const domain = findSipDomain(account, host);
  if (domain === undefined) throw new SipRefusal(404, undefined, `${host} is no SIP Domain of the account`);
  return domain;
}
