import type { NumberRow } from "../../number-row";
import type { Route } from "../route";
import { TwilioError } from "../twilio-error";
import type { WireReply, WireRequest } from "../wire";
import { type ApiWorld, absent, accountRouter } from "./api-world";
import { changeNumber } from "./change-number";
import { type EmergencyAddressStatus, emergencyStatusOf, formatNumberRow } from "./format-number";
import { listReply } from "./list-reply";

/**
 * The account's numbers; buying one over REST is refused by name.
 * @see https://www.twilio.com/docs/phone-numbers/api/incomingphonenumber-resource
 */
export function numberRoutes(world: ApiWorld): readonly Route[] {
  const on = accountRouter(world);
  const one = "/IncomingPhoneNumbers/{Sid}.json";
  return [
    on("GET", "/IncomingPhoneNumbers.json", (_, request) => listNumbers(world, request)),
    on("GET", one, ({ Sid }, request) => ({
      status: 200,
      body: formatNumberRow(world, find(world, Sid, request)),
    })),
    on("POST", one, ({ Sid }, request) => update(world, find(world, Sid, request), request)),
    on("DELETE", one, ({ Sid }, request) => remove(world, find(world, Sid, request))),
  ];
}

function find({ account }: ApiWorld, sid: string, request: WireRequest): NumberRow {
  const number = [...account.numbers.values()].find((each) => each.sid === sid);
  if (number === undefined) throw absent(request);
  return number;
}

function listNumbers(world: ApiWorld, request: WireRequest): WireReply {
  return listReply(request, {
    key: "incoming_phone_numbers",
    rows: [...world.account.numbers.values()].filter(filterOf(request)),
    instantOf: ({ dateCreated }) => dateCreated,
    format: (number) => formatNumberRow(world, number),
  });
}

function filterOf({ query }: WireRequest): (number: NumberRow) => boolean {
  const named = query.get("FriendlyName");
  const origin = query.get("Origin");
  const isLike = numberPattern(query.get("PhoneNumber") ?? "");
  return (number) =>
    isLike.test(number.phoneNumber) &&
    (named === null || named === number.friendlyName) &&
    (origin === null || origin === number.origin) &&
    (query.get("Beta") !== "false" || !number.beta);
}

/** "You can specify partial numbers and use '*' as a wildcard for any digit." */
function numberPattern(part: string): RegExp {
  return new RegExp(part.replace(/[^\d*]/g, "").replaceAll("*", "\\d"));
}

function update(world: ApiWorld, before: NumberRow, request: WireRequest): WireReply {
  const changed = changeNumber(world, before, request);
  world.account.numbers.set(changed.phoneNumber, changed);
  return { status: 200, body: formatNumberRow(world, changed, statusWhileChanging(before, changed)) };
}

/** Registration takes Twilio a moment: the reply to the change says `pending-…`, whoever asks again finds it done. */
function statusWhileChanging(before: NumberRow, changed: NumberRow): EmergencyAddressStatus {
  if (before.emergencyAddressSid === changed.emergencyAddressSid) return emergencyStatusOf(changed);
  return changed.emergencyAddressSid === undefined ? "pending-unregistration" : "pending-registration";
}

/** @see https://github.com/twilio/terraform-provider-twilio/issues/149 (a number with an emergency address stays) */
function remove({ account }: ApiWorld, { phoneNumber, emergencyAddressSid }: NumberRow): WireReply {
  if (emergencyAddressSid !== undefined)
    throw new TwilioError(409, 20409, `${phoneNumber} has the emergency address ${emergencyAddressSid}`);
  account.numbers.delete(phoneNumber);
  return { status: 204 };
}
