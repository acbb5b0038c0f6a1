import type { CredentialListRow } from "../../sip-rows";
import type { Route } from "../route";
import { TwilioError } from "../twilio-error";
import type { WireReply, WireRequest } from "../wire";
import { type ApiWorld, absent, accountRouter, accountUri } from "./api-world";
import { listReply } from "./list-reply";
import { readForm, requireText } from "./read-form";
import { rfc2822Date } from "./rfc2822-date";

/** Lists of who may log in. @see https://www.twilio.com/docs/voice/sip/api/sip-credentiallist-resource */
export function credentialListRoutes(world: ApiWorld): readonly Route[] {
  const on = accountRouter(world);
  const one = "/SIP/CredentialLists/{Sid}.json";
  const keep = (list: CredentialListRow, status: number): WireReply => {
    world.account.credentialLists.set(list.sid, list);
    return { status, body: formatList(world, list) };
  };
  return [
    on("GET", "/SIP/CredentialLists.json", (_, request) =>
      listReply(request, {
        key: "credential_lists",
        rows: [...world.account.credentialLists.values()],
        instantOf: ({ dateCreated }) => dateCreated,
        format: (list) => formatList(world, list),
      }),
    ),
    on("POST", "/SIP/CredentialLists.json", (_, request) => {
      const friendlyName = readName(world, request);
      const now = world.clock.now();
      const dates = { dateCreated: now, dateUpdated: now };
      return keep({ sid: world.sids("CL"), friendlyName, credentials: new Map(), ...dates }, 201);
    }),
    on("GET", one, ({ Sid }, request) => ({
      status: 200,
      body: formatList(world, findList(world, Sid, request)),
    })),
    on("POST", one, ({ Sid }, request) => {
      const list = findList(world, Sid, request);
      const friendlyName = readName(world, request, list);
      return keep({ ...list, friendlyName, dateUpdated: world.clock.now() }, 200);
    }),
    on("DELETE", one, ({ Sid }, request) => remove(world, findList(world, Sid, request))),
  ];
}

/** @throws TwilioError 404 */
export function findList({ account }: ApiWorld, sid: string, request: WireRequest): CredentialListRow {
  const list = account.credentialLists.get(sid);
  if (list === undefined) throw absent(request);
  return list;
}

/** @see https://www.twilio.com/docs/api/errors/21240 ("with the same FriendlyName may already exist") */
function readName({ account }: ApiWorld, { body }: WireRequest, itself?: CredentialListRow): string {
  requireText(body, "FriendlyName", 21240);
  const name = readForm(body).friendlyName("");
  const isTaken = [...account.credentialLists.values()].some(
    ({ sid, friendlyName }) => friendlyName === name && sid !== itself?.sid,
  );
  if (isTaken) throw new TwilioError(400, 21240, `A credential list named ${name} exists already`);
  return name;
}

/** @see https://www.twilio.com/docs/api/errors/21241 ("still mapped to a SIP Domain") */
function remove({ account }: ApiWorld, { sid }: CredentialListRow): WireReply {
  const isMapped = [...account.sipDomains.values()].some(
    ({ callsLists, registrationsLists }) => callsLists.has(sid) || registrationsLists.has(sid),
  );
  if (isMapped)
    throw new TwilioError(400, 21241, `The credential list ${sid} is still mapped to a SIP domain`);
  account.credentialLists.delete(sid);
  return { status: 204 };
}

function formatList(world: ApiWorld, list: CredentialListRow): Record<string, unknown> {
  const uri = `${accountUri(world)}/SIP/CredentialLists/${list.sid}`;
  return {
    sid: list.sid,
    account_sid: world.account.sid,
    friendly_name: list.friendlyName,
    date_created: rfc2822Date(list.dateCreated),
    date_updated: rfc2822Date(list.dateUpdated),
    uri: `${uri}.json`,
    subresource_uris: { credentials: `${uri}/Credentials.json` },
  };
}
