import type { ConferenceRow } from "../../account";
import { announce } from "../../voice/conference/announce";
import { endRoom } from "../../voice/conference/leave-room";
import type { Room } from "../../voice/conference/room";
import type { Route } from "../route";
import type { WireReply, WireRequest } from "../wire";
import { absent, accountRouter } from "./api-world";
import { formatConference } from "./format-conference";
import { listReply } from "./list-reply";
import type { LiveWorld } from "./live-world";
import { readDateFilter } from "./read-date-filter";
import { readForm } from "./read-form";
import { readChoice } from "./read-words";
import { refuseParameters } from "./refuse-parameters";

/** Conferences: read, ended, announced to. @see https://www.twilio.com/docs/voice/api/conference-resource */
export function conferenceRoutes(world: LiveWorld): readonly Route[] {
  const on = accountRouter(world);
  const show = (row: ConferenceRow) => ({ status: 200, body: formatConference(world, row) });
  return [
    on("GET", "/Conferences.json", (_names, request) => listConferences(world, request)),
    on("GET", "/Conferences/{Sid}.json", ({ Sid }, request) => show(findConference(world, Sid, request))),
    on("POST", "/Conferences/{Sid}.json", ({ Sid }, request) => {
      const row = findConference(world, Sid, request);
      changeConference(world, row, request);
      return show(row);
    }),
  ];
}

/** A conference of the account, ended or not. @throws TwilioError 404 */
function findConference({ account }: LiveWorld, sid: string, request: WireRequest): ConferenceRow {
  const row = account.conferences.get(sid);
  if (row === undefined) throw absent(request);
  return row;
}

/** A conference that has not ended. @throws TwilioError 404 */
export function findRoom({ voice }: LiveWorld, sid: string, request: WireRequest): Room {
  const room = voice.switchboard.rooms.get(sid);
  if (room === undefined) throw absent(request);
  return room;
}

/** Without a status only those in progress are listed: the default since 2026-09-30. */
function listConferences(world: LiveWorld, request: WireRequest): WireReply {
  const { query } = request;
  const status = query.get("Status") ?? "in-progress";
  const name = query.get("FriendlyName");
  const created = readDateFilter(query, "DateCreated");
  const updated = readDateFilter(query, "DateUpdated");
  const rows = [...world.account.conferences.values()].filter(
    (row) =>
      row.status === status &&
      (name === null || row.friendlyName === name) &&
      created(row.dateCreated) &&
      updated(row.dateUpdated),
  );
  const format = (row: ConferenceRow) => formatConference(world, row);
  return listReply(request, { key: "conferences", rows, instantOf: (row) => row.dateCreated, format });
}

/** One that has ended already stays as it is, but nothing can be announced in it. */
function changeConference(world: LiveWorld, row: ConferenceRow, request: WireRequest): void {
  const { body } = request;
  refuseParameters(body, "UpdateConference", ["Status", "AnnounceUrl", "AnnounceMethod"]);
  const form = readForm(body);
  const url = form.url("AnnounceUrl", "");
  const method = form.method("AnnounceMethod", "POST");
  if (url !== "") {
    const room = findRoom(world, row.sid, request);
    world.voice.switchboard.background.add(announce(room, { url, method, parameters: {} }));
  }
  if (!body.has("Status")) return;
  readChoice(body, "Status", { allowed: ["completed"], before: "completed" });
  const room = world.voice.switchboard.rooms.get(row.sid);
  if (room !== undefined) endRoom(room, "conference-ended-via-api");
}
