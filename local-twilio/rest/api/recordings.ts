import type { RecordingRow } from "../../account";
import { type Route, route } from "../route";
import type { WireReply, WireRequest } from "../wire";
import { ACCOUNT_PATH, type ApiWorld, absent, checkAccount } from "./api-world";
import { formatCallRecording, formatRecording } from "./format-recording";
import { listReply } from "./list-reply";
import { silentMp3 } from "./mp3";
import { readDateFilter } from "./read-date-filter";
import { silentWav } from "./wav";

/** Recordings and their audio. @see https://www.twilio.com/docs/voice/api/recording */
export function recordingRoutes(world: ApiWorld): readonly Route[] {
  const one = `${ACCOUNT_PATH}/Recordings/{Sid}` as const;
  return [
    route("GET", `${ACCOUNT_PATH}/Recordings.json`, ({ AccountSid }, request) => {
      checkAccount(world, AccountSid, request);
      return listRecordings(world, request);
    }),
    route("GET", `${ACCOUNT_PATH}/Calls/{CallSid}/Recordings.json`, ({ AccountSid, CallSid }, request) => {
      checkAccount(world, AccountSid, request);
      return listCallRecordings(world, CallSid, request);
    }),
    route("GET", `${one}.json`, (names, request) => ({
      status: 200,
      body: formatRecording(world, find(world, names, request)),
    })),
    route("DELETE", `${one}.json`, (names, request) => {
      world.account.recordings.delete(find(world, names, request).sid);
      return { status: 204 };
    }),
    route("GET", `${one}.mp3`, (names, request) =>
      media("audio/mpeg", silentMp3(audible(find(world, names, request), request))),
    ),
    route("GET", `${one}.wav`, (names, request) =>
      media("audio/x-wav", silentWav(audible(find(world, names, request), request))),
    ),
    // Without an extension Twilio sends the WAV file.
    route("GET", one, (names, request) =>
      media("audio/x-wav", silentWav(audible(find(world, names, request), request))),
    ),
  ];
}

function find(
  world: ApiWorld,
  { AccountSid, Sid }: { readonly AccountSid: string; readonly Sid: string },
  request: WireRequest,
): RecordingRow {
  checkAccount(world, AccountSid, request);
  const recording = world.account.recordings.get(Sid);
  if (recording === undefined) throw absent(request);
  return recording;
}

/** Seconds of a recording that has audio. @throws TwilioError 404 for one that is absent or goes on */
function audible({ status, duration }: RecordingRow, request: WireRequest): number {
  if (status !== "completed") throw absent(request);
  return duration;
}

function media(contentType: string, body: Buffer): WireReply {
  return { status: 200, headers: { "content-type": contentType }, body };
}

function listRecordings(world: ApiWorld, request: WireRequest): WireReply {
  const created = readDateFilter(request.query, "DateCreated");
  const callSid = request.query.get("CallSid");
  const conferenceSid = request.query.get("ConferenceSid");
  const rows = [...world.account.recordings.values()].filter(
    (recording) =>
      (callSid === null || recording.callSid === callSid) &&
      (conferenceSid === null || recording.conferenceSid === conferenceSid) &&
      created(recording.dateCreated),
  );
  const format = (recording: RecordingRow) => formatRecording(world, recording);
  return listReply(request, { key: "recordings", rows, instantOf: (row) => row.dateCreated, format });
}

function listCallRecordings(world: ApiWorld, callSid: string, request: WireRequest): WireReply {
  if (!world.account.calls.has(callSid)) throw absent(request);
  const created = readDateFilter(request.query, "DateCreated");
  const rows = [...world.account.recordings.values()].filter(
    (recording) => recording.callSid === callSid && created(recording.dateCreated),
  );
  const format = (recording: RecordingRow) => formatCallRecording(world, recording);
  return listReply(request, { key: "recordings", rows, instantOf: (row) => row.dateCreated, format });
}
