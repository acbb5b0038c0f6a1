import { type Route, route } from "../route";
import type { WireRequest } from "../wire";
import { type ApiWorld, accountUri, checkAccount } from "./api-world";
import { listReply } from "./list-reply";
import { rfc2822Date } from "./rfc2822-date";

/** The account itself; changing it and making subaccounts are refused by name. @see https://www.twilio.com/docs/iam/api/account */
export function accountRoutes(world: ApiWorld): readonly Route[] {
  return [
    route("GET", "/2010-04-01/Accounts.json", (_, request) => listAccounts(world, request)),
    route("GET", "/2010-04-01/Accounts/{Sid}.json", ({ Sid }, request) => {
      checkAccount(world, Sid, request);
      return { status: 200, body: formatAccount(world) };
    }),
  ];
}

function listAccounts(world: ApiWorld, request: WireRequest) {
  const { account } = world;
  const isWanted = (name: string, value: string) => (request.query.get(name) ?? value) === value;
  return listReply(request, {
    key: "accounts",
    rows:
      isWanted("FriendlyName", account.friendlyName) && isWanted("Status", account.status) ? [account] : [],
    instantOf: ({ dateCreated }) => dateCreated,
    format: () => formatAccount(world),
  });
}

const SUBRESOURCES: Readonly<Record<string, string>> = {
  addresses: "Addresses",
  applications: "Applications",
  authorized_connect_apps: "AuthorizedConnectApps",
  available_phone_numbers: "AvailablePhoneNumbers",
  balance: "Balance",
  calls: "Calls",
  conferences: "Conferences",
  connect_apps: "ConnectApps",
  incoming_phone_numbers: "IncomingPhoneNumbers",
  keys: "Keys",
  messages: "Messages",
  notifications: "Notifications",
  outgoing_caller_ids: "OutgoingCallerIds",
  queues: "Queues",
  recordings: "Recordings",
  short_codes: "SMS/ShortCodes",
  signing_keys: "SigningKeys",
  sip: "SIP",
  transcriptions: "Transcriptions",
  usage: "Usage",
};

function formatAccount(world: ApiWorld): Record<string, unknown> {
  const { sid, authToken, dateCreated, friendlyName, status, type } = world.account;
  const uri = accountUri(world);
  return {
    ...{ sid, auth_token: authToken, friendly_name: friendlyName, status, type },
    owner_account_sid: sid,
    date_created: rfc2822Date(dateCreated),
    date_updated: rfc2822Date(dateCreated),
    uri: `${uri}.json`,
    subresource_uris: Object.fromEntries(
      Object.entries(SUBRESOURCES).map(([name, folder]) => [name, `${uri}/${folder}.json`]),
    ),
  };
}
