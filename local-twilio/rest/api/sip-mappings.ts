import type { CredentialListRow, SipDomainRow } from "../../sip-rows";
import type { Route } from "../route";
import { TwilioError } from "../twilio-error";
import type { WireReply, WireRequest } from "../wire";
import { type ApiWorld, absent, accountRouter } from "./api-world";
import { listReply } from "./list-reply";
import { requireText } from "./read-form";
import { rfc2822Date } from "./rfc2822-date";
import { findDomain } from "./sip-domains";

/** What a domain's credential lists are for: calling, or registering a phone. */
const PURPOSES = [
  ["Calls", "callsLists"],
  ["Registrations", "registrationsLists"],
] as const;
type Lists = (typeof PURPOSES)[number][1];

/**
 * Which credential lists a domain asks; the older CredentialListMappings without `Auth` are refused by name.
 * @see https://www.twilio.com/docs/voice/sip/api/sip-domain-resource#sip-domain-authentication
 */
export function sipMappingRoutes(world: ApiWorld): readonly Route[] {
  return PURPOSES.flatMap(([purpose, lists]) => routesOf(world, purpose, lists));
}

function routesOf(world: ApiWorld, purpose: string, lists: Lists): readonly Route[] {
  const on = accountRouter(world);
  const all = `/SIP/Domains/{DomainSid}/Auth/${purpose}/CredentialListMappings` as const;
  return [
    on("GET", `${all}.json`, ({ DomainSid }, request) =>
      listMappings(world, findDomain(world, DomainSid, request)[lists], request),
    ),
    on("POST", `${all}.json`, ({ DomainSid }, request) =>
      map(world, findDomain(world, DomainSid, request), { lists, request }),
    ),
    on("GET", `${all}/{Sid}.json`, ({ DomainSid, Sid }, request) => {
      const list = find(world, findDomain(world, DomainSid, request)[lists], { sid: Sid, request });
      return { status: 200, body: formatMapping(world, ...list) };
    }),
    on("DELETE", `${all}/{Sid}.json`, ({ DomainSid, Sid }, request) => {
      const mapped = findDomain(world, DomainSid, request)[lists];
      const [list] = find(world, mapped, { sid: Sid, request });
      mapped.delete(list.sid);
      return { status: 204 };
    }),
  ];
}

type Mapped = ReadonlyMap<string, number>;
type Mapping = readonly [list: CredentialListRow, since: number];

function find(
  { account }: ApiWorld,
  mapped: Mapped,
  { sid, request }: { readonly sid: string; readonly request: WireRequest },
): Mapping {
  const [list, since] = [account.credentialLists.get(sid), mapped.get(sid)];
  if (list === undefined || since === undefined) throw absent(request);
  return [list, since];
}

function listMappings(world: ApiWorld, mapped: Mapped, request: WireRequest): WireReply {
  return listReply(request, {
    key: "contents",
    rows: [...mapped.keys()].map((sid) => find(world, mapped, { sid, request })),
    instantOf: ([, since]) => since,
    format: (mapping) => formatMapping(world, ...mapping),
  });
}

/** @see https://www.twilio.com/docs/api/errors/21231 (among its causes: "already being associated with the Domain") */
function map(
  world: ApiWorld,
  domain: SipDomainRow,
  { lists, request }: { readonly lists: Lists; readonly request: WireRequest },
): WireReply {
  const sid = requireText(request.body, "CredentialListSid", 21231);
  const list = world.account.credentialLists.get(sid);
  if (list === undefined) throw new TwilioError(400, 21231, `CredentialListSid ${sid} is no credential list`);
  if (domain[lists].has(sid))
    throw new TwilioError(400, 21231, `The credential list ${sid} is associated with the domain already`);
  const since = world.clock.now();
  domain[lists].set(sid, since);
  return { status: 201, body: formatMapping(world, list, since) };
}

function formatMapping({ account }: ApiWorld, { sid, friendlyName }: CredentialListRow, since: number) {
  const date = rfc2822Date(since);
  return {
    sid,
    account_sid: account.sid,
    friendly_name: friendlyName,
    date_created: date,
    date_updated: date,
  };
}
