import type { SipDomainRow } from "../../sip-rows";
import type { Route } from "../route";
import type { WireReply, WireRequest } from "../wire";
import { type ApiWorld, absent, accountRouter, accountUri } from "./api-world";
import { changeDomain, newDomain } from "./change-domain";
import { listReply } from "./list-reply";
import { rfc2822Date } from "./rfc2822-date";

/**
 * How long the name of a deleted domain stays taken: "typically up to 30 days".
 * @see https://support.twilio.com/hc/en-us/articles/50492295345947
 */
const RESERVED_MS = 30 * 24 * 3600 * 1000;

/** SIP Domains. @see https://www.twilio.com/docs/voice/sip/api/sip-domain-resource */
export function sipDomainRoutes(world: ApiWorld): readonly Route[] {
  const on = accountRouter(world);
  const one = "/SIP/Domains/{Sid}.json";
  const keep = (domain: SipDomainRow, status: number): WireReply => {
    world.account.sipDomains.set(domain.sid, domain);
    return { status, body: formatDomain(world, domain) };
  };
  return [
    on("GET", "/SIP/Domains.json", (_, request) =>
      listReply(request, {
        key: "domains",
        rows: [...world.account.sipDomains.values()],
        instantOf: ({ dateCreated }) => dateCreated,
        format: (domain) => formatDomain(world, domain),
      }),
    ),
    on("POST", "/SIP/Domains.json", (_, request) => keep(newDomain(world, request), 201)),
    on("GET", one, ({ Sid }, request) => ({
      status: 200,
      body: formatDomain(world, findDomain(world, Sid, request)),
    })),
    on("POST", one, ({ Sid }, request) =>
      keep(changeDomain(world, findDomain(world, Sid, request), request), 200),
    ),
    on("DELETE", one, ({ Sid }, request) => {
      const { sid, domainName } = findDomain(world, Sid, request);
      world.account.sipDomains.delete(sid);
      world.account.reservedSipNames.set(domainName, world.clock.now() + RESERVED_MS);
      return { status: 204 };
    }),
  ];
}

/** @throws TwilioError 404 */
export function findDomain({ account }: ApiWorld, sid: string, request: WireRequest): SipDomainRow {
  const domain = account.sipDomains.get(sid);
  if (domain === undefined) throw absent(request);
  return domain;
}

function formatDomain(world: ApiWorld, domain: SipDomainRow): Record<string, unknown> {
  const uri = `${accountUri(world)}/SIP/Domains/${domain.sid}`;
  return {
    ...{ sid: domain.sid, account_sid: world.account.sid, api_version: "2010-04-01" },
    ...{ domain_name: domain.domainName, friendly_name: domain.friendlyName },
    auth_type: domain.callsLists.size > 0 ? "CREDENTIAL_LIST" : "",
    date_created: rfc2822Date(domain.dateCreated),
    date_updated: rfc2822Date(domain.dateUpdated),
    voice_url: domain.voiceUrl || null,
    voice_method: domain.voiceMethod,
    voice_fallback_url: domain.voiceFallbackUrl || null,
    voice_fallback_method: domain.voiceFallbackMethod,
    voice_status_callback_url: domain.voiceStatusCallbackUrl || null,
    voice_status_callback_method: domain.voiceStatusCallbackMethod,
    ...{ sip_registration: domain.sipRegistration, secure: domain.secure },
    emergency_calling_enabled: domain.emergencyCallingEnabled,
    emergency_caller_sid: domain.emergencyCallerSid,
    byoc_trunk_sid: domain.byocTrunkSid,
    uri: `${uri}.json`,
    subresource_uris: {
      credential_list_mappings: `${uri}/CredentialListMappings.json`,
      ip_access_control_list_mappings: `${uri}/IpAccessControlListMappings.json`,
    },
  };
}
