import type { CallRow } from "../../account";
import { type Route, route } from "../route";
import type { WireReply, WireRequest } from "../wire";
import { ACCOUNT_PATH, type ApiWorld, absent, checkAccount } from "./api-world";
import { apiStatus, formatCall, startOf } from "./format-call";
import { listReply } from "./list-reply";
import { readDateFilter } from "./read-date-filter";

/** Reading calls. They are made, and changed while in progress, in live-calls.ts. @see https://www.twilio.com/docs/voice/api/call-resource */
export function callRoutes(world: ApiWorld): readonly Route[] {
  return [
    route("GET", `${ACCOUNT_PATH}/Calls.json`, ({ AccountSid }, request) => {
      checkAccount(world, AccountSid, request);
      return listCalls(world, request);
    }),
    route("GET", `${ACCOUNT_PATH}/Calls/{Sid}.json`, ({ AccountSid, Sid }, request) => {
      checkAccount(world, AccountSid, request);
      const call = world.account.calls.get(Sid);
      if (call === undefined) throw absent(request);
      return { status: 200, body: formatCall(world, call) };
    }),
  ];
}

function listCalls(world: ApiWorld, request: WireRequest): WireReply {
  const { query } = request;
  const isWanted = (name: string, value: string | undefined) => {
    const wanted = query.get(name);
    return wanted === null || wanted === value;
  };
  const started = readDateFilter(query, "StartTime");
  const ended = readDateFilter(query, "EndTime");
  const matches = (call: CallRow) =>
    isWanted("To", call.to) &&
    isWanted("From", call.from) &&
    isWanted("ParentCallSid", call.parentCallSid) &&
    isWanted("Status", apiStatus(call.status)) &&
    started(startOf(call)) &&
    ended(call.endTime);
  return listReply(request, {
    key: "calls",
    rows: [...world.account.calls.values()].filter(matches),
    instantOf: (call) => startOf(call) ?? call.dateCreated,
    format: (call) => formatCall(world, call),
  });
}
