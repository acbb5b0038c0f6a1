import type { AddressRow } from "../../address-row";
import type { Route } from "../route";
import { TwilioError } from "../twilio-error";
import type { WireReply, WireRequest } from "../wire";
import { type ApiWorld, absent, accountRouter, accountUri } from "./api-world";
import { listReply } from "./list-reply";
import { isValidated, readAddress } from "./read-address";
import { rfc2822Date } from "./rfc2822-date";

/** Postal addresses; which numbers depend on one is refused by name. @see https://www.twilio.com/docs/usage/api/address */
export function addressRoutes(world: ApiWorld): readonly Route[] {
  const on = accountRouter(world);
  const { addresses } = world.account;
  const one = "/Addresses/{Sid}.json";
  const keep = (address: AddressRow, status: number): WireReply => {
    addresses.set(address.sid, address);
    return { status, body: formatAddress(world, address) };
  };
  return [
    on("GET", "/Addresses.json", (_, request) => listAddresses(world, request)),
    on("POST", "/Addresses.json", (_, request) => {
      const now = world.clock.now();
      const address = readAddress(request);
      return keep({ sid: world.sids("AD"), dateCreated: now, dateUpdated: now, ...address }, 201);
    }),
    on("GET", one, ({ Sid }, request) => ({
      status: 200,
      body: formatAddress(world, find(world, Sid, request)),
    })),
    on("POST", one, ({ Sid }, request) => {
      const before = find(world, Sid, request);
      return keep({ ...before, ...readAddress(request, before), dateUpdated: world.clock.now() }, 200);
    }),
    on("DELETE", one, ({ Sid }, request) => remove(world, find(world, Sid, request))),
  ];
}

function find({ account }: ApiWorld, sid: string, request: WireRequest): AddressRow {
  const address = account.addresses.get(sid);
  if (address === undefined) throw absent(request);
  return address;
}

/** An address that a number is registered at has to be taken from the number first. */
function remove({ account }: ApiWorld, { sid }: AddressRow): WireReply {
  const used = [...account.numbers.values()].find((number) =>
    [number.emergencyAddressSid, number.addressSid].includes(sid),
  );
  if (used !== undefined) throw new TwilioError(409, 20409, `${sid} is an address of ${used.phoneNumber}`);
  account.addresses.delete(sid);
  return { status: 204 };
}

function listAddresses(world: ApiWorld, request: WireRequest): WireReply {
  const isWanted = (name: string, value: string) => (request.query.get(name) ?? value) === value;
  const matches = (address: AddressRow) =>
    isWanted("CustomerName", address.customerName) &&
    isWanted("FriendlyName", address.friendlyName) &&
    isWanted("EmergencyEnabled", String(address.emergencyEnabled)) &&
    isWanted("IsoCountry", address.isoCountry);
  return listReply(request, {
    key: "addresses",
    rows: [...world.account.addresses.values()].filter(matches),
    instantOf: ({ dateCreated }) => dateCreated,
    format: (address) => formatAddress(world, address),
  });
}

function formatAddress(world: ApiWorld, address: AddressRow): Record<string, unknown> {
  return {
    sid: address.sid,
    account_sid: world.account.sid,
    friendly_name: address.friendlyName,
    customer_name: address.customerName,
    street: address.street,
    street_secondary: address.streetSecondary,
    city: address.city,
    region: address.region,
    postal_code: address.postalCode,
    iso_country: address.isoCountry,
    emergency_enabled: address.emergencyEnabled,
    validated: isValidated(address),
    verified: false,
    date_created: rfc2822Date(address.dateCreated),
    date_updated: rfc2822Date(address.dateUpdated),
    uri: `${accountUri(world)}/Addresses/${address.sid}.json`,
  };
}
