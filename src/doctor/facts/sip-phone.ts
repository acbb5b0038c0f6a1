import type { Account } from "../../account/account";
import {
  listCredentialLists,
  listSipDomains,
  listSipMappings,
  listSipUsers,
  type SipDomain,
  type SipMapping,
} from "../../account/sip-domains";
import { type FactSource, gathering } from "../fact-source";

/** Whether a SIP phone can register with this account, be rung and call out. */
export interface SipPhone {
  readonly isWanted: boolean;
  /** The domain that it registers with; undefined while deploy has made none. */
  readonly domain: SipDomain | undefined;
  /** The names under which a phone may register. */
  readonly users: readonly string[];
  /** What of the domain asks for their passwords. */
  readonly mappings: readonly SipMapping[];
}

export const sipPhoneSource: FactSource<SipPhone> = gathering({
  lacking: "the SIP domain cannot be read",
  needs: ["account", "policy", "deployment"],
  seconds: 30,
  gather: async ({ account, policy: { policy }, deployment: { sipDomainSid, credentialListSid } }) => {
    const isWanted = policy.has.home || sipDomainSid !== undefined;
    const domains = isWanted ? await listSipDomains(account) : [];
    const domain = domains.find(({ sid }) => sid === sipDomainSid);
    return { isWanted, domain, ...(await readCredentials(account, domain?.sid, credentialListSid)) };
  },
});

async function readCredentials(
  account: Account,
  domainSid: string | undefined,
  listSid: string | undefined,
): Promise<Pick<SipPhone, "users" | "mappings">> {
  if (domainSid === undefined || listSid === undefined) return { users: [], mappings: [] };
  const lists = await listCredentialLists(account);
  if (!lists.some(({ sid }) => sid === listSid)) return { users: [], mappings: [] };
  return {
    users: await listSipUsers(account, listSid),
    mappings: await listSipMappings(account, domainSid, listSid),
  };
}
