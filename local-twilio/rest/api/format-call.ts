import type { CallRow, CallStatus } from "../../account";
import { formatNumber } from "../../number-row";
import { type ApiWorld, accountUri } from "./api-world";
import { rfc2822Date } from "./rfc2822-date";

/** The API's word for a status: `initiated` occurs in status callbacks only and is a queued call to the API. */
export function apiStatus(status: CallStatus): Exclude<CallStatus, "initiated"> {
  return status === "initiated" ? "queued" : status;
}

/**
 * When a call started: from the first ring on, answered or not. A call that waits to be dialled has no start.
 * @see https://www.twilio.com/docs/voice/api/call-resource ("Empty if the call has not yet been dialed")
 */
export function startOf({ status, startTime, dateCreated }: CallRow): number | undefined {
  return startTime ?? (apiStatus(status) === "queued" ? undefined : dateCreated);
}

/** @see https://www.twilio.com/docs/voice/api/call-resource (phone_number_sid: the number that received an inbound call) */
function numberSidOf({ account }: ApiWorld, { direction, to }: CallRow): string | null {
  return (direction === "inbound" ? account.numbers.get(to)?.sid : undefined) ?? null;
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
    phone_number_sid: numberSidOf(world, call),
    status: apiStatus(call.status),
    start_time: rfc2822Date(startOf(call)),
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
