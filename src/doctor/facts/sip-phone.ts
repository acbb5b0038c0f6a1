import { listSipDomains } from "../../account/sip-domains";
import { type FactSource, gathering } from "../fact-source";

/** Whether a SIP phone can call out through this account, and whether emergency calls then carry an address. */
export interface SipPhone {
  readonly isWanted: boolean;
  /** The domain that it registers with; undefined while deploy has made none. */
  readonly domain: { readonly name: string; readonly allowsEmergencyCalls: boolean } | undefined;
}

export const sipPhoneSource: FactSource<SipPhone> = gathering({
  lacking: "the SIP domain cannot be read",
  needs: ["account", "policy", "deployment"],
  seconds: 30,
  gather: async ({ account, policy: { policy }, deployment: { sipDomainSid } }) => {
    const isWanted = policy.has.home || sipDomainSid !== undefined;
    const domains = isWanted ? await listSipDomains(account) : [];
    const domain = domains.find(({ sid }) => sid === sipDomainSid);
    return {
      isWanted,
      domain: domain && { name: domain.domainName, allowsEmergencyCalls: domain.emergencyCallingEnabled },
    };
  },
});
