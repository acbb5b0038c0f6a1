import type { MessageRow } from "../../messages";
import type { Route } from "../route";
import { TwilioError } from "../twilio-error";
import type { WireReply, WireRequest } from "../wire";
import { absent, accountRouter } from "./api-world";
import { formatMessage } from "./format-message";
import { listReply } from "./list-reply";
import type { LiveWorld } from "./live-world";
import { progressOf, reportStatuses } from "./message-status";
import { readDateFilter } from "./read-date-filter";
import { readForm } from "./read-form";
import { readMessage } from "./read-message";
import { readStatusCallback } from "./read-status-callback";
import { refuseParameters } from "./refuse-parameters";

/** Text messages; media and feedback are refused by name. @see https://www.twilio.com/docs/messaging/api/message-resource */
export function messageRoutes(world: LiveWorld): readonly Route[] {
  const on = accountRouter(world);
  const { rows } = world.messages;
  const one = "/Messages/{Sid}.json";
  const reply = (row: MessageRow, status = 200): WireReply => ({ status, body: formatMessage(world, row) });
  return [
    on("GET", "/Messages.json", (_, request) => listMessages(world, request)),
    on("POST", "/Messages.json", (_, request) => reply(createMessage(world, request), 201)),
    on("GET", one, ({ Sid }, request) => reply(find(world, Sid, request))),
    on("POST", one, ({ Sid }, request) => {
      const redacted = redact(find(world, Sid, request), request);
      rows.set(Sid, redacted);
      return reply(redacted);
    }),
    on("DELETE", one, ({ Sid }, request) => {
      checkArrived(world, find(world, Sid, request));
      rows.delete(Sid);
      return { status: 204 };
    }),
  ];
}

function find({ messages }: LiveWorld, sid: string, request: WireRequest): MessageRow {
  const row = messages.rows.get(sid);
  if (row === undefined) throw absent(request);
  return row;
}

function createMessage(world: LiveWorld, { body }: WireRequest): MessageRow {
  const details = readMessage(world, body);
  const callback = readStatusCallback(body, readForm(body));
  const row = { sid: world.sids("SM"), dateCreated: world.clock.now(), ...details };
  world.messages.add(row);
  if (callback !== undefined)
    world.voice.switchboard.background.add(reportStatuses(world, row, callback.url));
  return row;
}

/** "To redact the text content of a Message, this parameter's value must be an empty string." */
function redact(row: MessageRow, { body }: WireRequest): MessageRow {
  refuseParameters(body, "UpdateMessage", ["Body"]);
  if (body.get("Body") !== "")
    throw new TwilioError(400, 20001, "Body must be empty: a message can be redacted");
  return { ...row, body: "" };
}

/** @see https://www.twilio.com/docs/api/errors/20009 */
function checkArrived({ clock }: LiveWorld, row: MessageRow): void {
  const { status } = progressOf(row, clock.now());
  if (status === "queued" || status === "sent")
    throw new TwilioError(409, 20009, "Cannot delete message because delivery has not been completed.");
}

function listMessages(world: LiveWorld, request: WireRequest): WireReply {
  const { query } = request;
  const isWanted = (name: string, value: string) => (query.get(name) ?? value) === value;
  const wasSent = readDateFilter(query, "DateSent");
  const matches = (row: MessageRow) =>
    isWanted("To", row.to) &&
    isWanted("From", row.from) &&
    wasSent(progressOf(row, world.clock.now()).sentAt);
  return listReply(request, {
    key: "messages",
    rows: [...world.messages.rows.values()].filter(matches),
    instantOf: ({ dateCreated }) => dateCreated,
    format: (row) => formatMessage(world, row),
  });
}
