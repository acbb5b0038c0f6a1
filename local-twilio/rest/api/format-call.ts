import type { CallRow, CallStatus } from "../../account";
import { type ApiWorld, accountUri } from "./api-world";
import { rfc2822Date } from "./rfc2822-date";

/** The API's word for a status: `initiated` occurs in status callbacks only and is a queued call to the API. */
export function apiStatus(status: CallStatus): Exclude<CallStatus, "initiated"> {
  return status === "initiated" ? "queued" : status;
}

const SUBRESOURCES = {
  notifications: "Notifications",
  recordings: "Recordings",
  payments: "Payments",
  events: "Events",
  siprec: "Siprec",
  streams: "Streams",
  transcriptions: "Transcriptions",
  user_defined_message_subscriptions: "UserDefinedMessageSubscriptions",
  user_defined_messages: "UserDefinedMessages",
} as const;

/** The JSON of a call. It has no price: nothing is billed here. @see https://www.twilio.com/docs/voice/api/call-resource */
export function formatCall(world: ApiWorld, call: CallRow): Record<string, unknown> {
  const uri = `${accountUri(world)}/Calls/${call.sid}`;
  return {
    sid: call.sid,
    date_created: rfc2822Date(call.dateCreated),
    date_updated: rfc2822Date(call.endTime ?? call.startTime ?? call.dateCreated),
    parent_call_sid: call.parentCallSid ?? null,
    account_sid: world.account.sid,
    to: call.to,
    to_formatted: formatNumber(call.to),
    from: call.from,
    from_formatted: formatNumber(call.from),
    phone_number_sid: null,
    status: apiStatus(call.status),
    start_time: rfc2822Date(call.startTime),
    end_time: rfc2822Date(call.endTime),
    duration: call.duration === undefined ? null : String(call.duration),
    price: null,
    price_unit: "USD",
    direction: call.direction,
    answered_by: null,
    api_version: "2010-04-01",
    forwarded_from: call.forwardedFrom ?? null,
    group_sid: null,
    caller_name: call.callerName ?? null,
    queue_time: "0",
    trunk_sid: null,
    uri: `${uri}.json`,
    subresource_uris: Object.fromEntries(
      Object.entries(SUBRESOURCES).map(([name, folder]) => [name, `${uri}/${folder}.json`]),
    ),
  };
}

/** North American numbers as Twilio's examples show them, `(305) 141-6799`; anything else as it is. */
function formatNumber(text: string): string {
  return text.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, "($1) $2-$3");
}
