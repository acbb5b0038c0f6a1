import type { CredentialListRow, CredentialRow } from "../../sip-rows";
import type { Route } from "../route";
import { TwilioError } from "../twilio-error";
import type { WireReply, WireRequest } from "../wire";
import { type ApiWorld, absent, accountRouter, accountUri } from "./api-world";
import { findList } from "./credential-lists";
import { listReply } from "./list-reply";
import { requireText } from "./read-form";
import { rfc2822Date } from "./rfc2822-date";

/** Error 21243, Credential Validation Error. @see https://www.twilio.com/docs/api/errors/21243 */
const INVALID = 21243;
/** @see https://www.twilio.com/docs/voice/sip/api/sip-credential-resource */
const LONGEST_USERNAME = 32;

/** The credentials in a list. @see https://www.twilio.com/docs/voice/sip/api/sip-credential-resource */
export function sipCredentialRoutes(world: ApiWorld): readonly Route[] {
  const on = accountRouter(world);
  const all = "/SIP/CredentialLists/{CredentialListSid}/Credentials";
  const one = `${all}/{Sid}.json` as const;
  const keep = (list: CredentialListRow, credential: CredentialRow, status: number): WireReply => {
    list.credentials.set(credential.sid, credential);
    return { status, body: formatCredential(world, list, credential) };
  };
  return [
    on("GET", `${all}.json`, ({ CredentialListSid }, request) =>
      listCredentials(world, findList(world, CredentialListSid, request), request),
    ),
    on("POST", `${all}.json`, ({ CredentialListSid }, request) => {
      const list = findList(world, CredentialListSid, request);
      return keep(list, newCredential(world, list, request), 201);
    }),
    on("GET", one, ({ CredentialListSid, Sid }, request) => {
      const list = findList(world, CredentialListSid, request);
      return { status: 200, body: formatCredential(world, list, find(list, Sid, request)) };
    }),
    on("POST", one, ({ CredentialListSid, Sid }, request) => {
      const list = findList(world, CredentialListSid, request);
      const before = find(list, Sid, request);
      const password = request.body.has("Password") ? readPassword(request) : before.password;
      return keep(list, { ...before, password, dateUpdated: world.clock.now() }, 200);
    }),
    on("DELETE", one, ({ CredentialListSid, Sid }, request) => {
      const list = findList(world, CredentialListSid, request);
      list.credentials.delete(find(list, Sid, request).sid);
      return { status: 204 };
    }),
  ];
}

function find({ credentials }: CredentialListRow, sid: string, request: WireRequest): CredentialRow {
  const credential = credentials.get(sid);
  if (credential === undefined) throw absent(request);
  return credential;
}

function newCredential(world: ApiWorld, list: CredentialListRow, request: WireRequest): CredentialRow {
  const [username, password] = [readUsername(list, request), readPassword(request)];
  const now = world.clock.now();
  return { sid: world.sids("CR"), username, password, dateCreated: now, dateUpdated: now };
}

function readUsername({ credentials }: CredentialListRow, { body }: WireRequest): string {
  const username = requireText(body, "Username", INVALID);
  if (username.length > LONGEST_USERNAME)
    throw new TwilioError(400, INVALID, `Username must have at most ${LONGEST_USERNAME} characters`);
  if ([...credentials.values()].some((other) => other.username === username))
    throw new TwilioError(400, INVALID, `Username ${username} is in the credential list already`);
  return username;
}

/** "The password must be a minimum of 12 characters, contain at least 1 digit, and have mixed case." */
function readPassword({ body }: WireRequest): string {
  const password = requireText(body, "Password", INVALID);
  if (password.length < 12 || !/\d/.test(password) || !/[a-z]/.test(password) || !/[A-Z]/.test(password))
    throw new TwilioError(
      400,
      INVALID,
      "Password must have 12 characters or more, with upper and lower case letters and a digit",
    );
  return password;
}

function listCredentials(world: ApiWorld, list: CredentialListRow, request: WireRequest): WireReply {
  return listReply(request, {
    key: "credentials",
    rows: [...list.credentials.values()],
    instantOf: ({ dateCreated }) => dateCreated,
    format: (credential) => formatCredential(world, list, credential),
  });
}

function formatCredential(world: ApiWorld, list: CredentialListRow, credential: CredentialRow) {
  return {
    sid: credential.sid,
    account_sid: world.account.sid,
    credential_list_sid: list.sid,
    username: credential.username,
    date_created: rfc2822Date(credential.dateCreated),
    date_updated: rfc2822Date(credential.dateUpdated),
    uri: `${accountUri(world)}/SIP/CredentialLists/${list.sid}/Credentials/${credential.sid}.json`,
  };
}
