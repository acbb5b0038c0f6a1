import type { CallRow } from "../../account";
import { callOut } from "../../voice/call-out";
import { recordLeg } from "../../voice/live-recording";
import { RECORDING_EVENTS } from "../../voice/verbs/parse-record";
import type { Route } from "../route";
import { TwilioError } from "../twilio-error";
import type { WireReply, WireRequest } from "../wire";
import { absent, accountRouter } from "./api-world";
import { changeCall, findLeg, notInProgress } from "./change-call";
import { formatCall } from "./format-call";
import { formatCallRecording } from "./format-recording";
import type { LiveWorld } from "./live-world";
import { readCall } from "./read-call";
import { readForm } from "./read-form";
import { readWords } from "./read-words";
import { refuseParameters } from "./refuse-parameters";

/** Calls are made, and while in progress ended, led to other documents and recorded. @see https://www.twilio.com/docs/voice/api/call-resource */
export function liveCallRoutes(world: LiveWorld): readonly Route[] {
  const on = accountRouter(world);
  return [
    on("POST", "/Calls.json", (_names, request) => createCall(world, request)),
    on("POST", "/Calls/{Sid}.json", ({ Sid }, request) => updateCall(world, Sid, request)),
    on("POST", "/Calls/{CallSid}/Recordings.json", ({ CallSid }, request) =>
      recordCall(world, CallSid, request),
    ),
  ];
}

/** @see https://www.twilio.com/docs/voice/api/call-resource#create-a-call-resource */
function createCall(world: LiveWorld, request: WireRequest): WireReply {
  const { row } = callOut(world.voice, readCall(world, request.body));
  return { status: 201, body: formatCall(world, row) };
}

function updateCall(world: LiveWorld, sid: string, request: WireRequest): WireReply {
  const row = findCall(world, sid, request);
  changeCall(world, row, request.body);
  return { status: 200, body: formatCall(world, row) };
}

function findCall({ account }: LiveWorld, sid: string, request: WireRequest): CallRow {
  const row = account.calls.get(sid);
  if (row === undefined) throw absent(request);
  return row;
}

/** @see https://www.twilio.com/docs/voice/api/recording#create-a-recording-resource */
function recordCall(world: LiveWorld, sid: string, request: WireRequest): WireReply {
  const { body } = request;
  const row = findCall(world, sid, request);
  refuseParameters(body, "CreateCallRecording", [
    ...["RecordingStatusCallback", "RecordingStatusCallbackMethod", "RecordingStatusCallbackEvent"],
    ...["RecordingChannels", "RecordingTrack", "Trim"],
  ]);
  refuseTracks(body);
  const leg = findLeg(world, row);
  if (row.status !== "in-progress") throw notInProgress();
  const form = readForm(body);
  const url = form.url("RecordingStatusCallback", "");
  const method = form.method("RecordingStatusCallbackMethod", "POST");
  const events = readWords(body, "RecordingStatusCallbackEvent", {
    ...{ allowed: RECORDING_EVENTS, before: ["completed"] },
  });
  const recording = recordLeg(leg, { url: url === "" ? undefined : url, method, events });
  return { status: 201, body: formatCallRecording(world, recording) };
}

/** One channel with both sides in it is what there is; silence is not trimmed. */
function refuseTracks(body: URLSearchParams): void {
  for (const [name, only] of [
    ["RecordingChannels", "mono"],
    ["RecordingTrack", "both"],
    ["Trim", "do-not-trim"],
  ] as const)
    if ((body.get(name) ?? only) !== only)
      throw new TwilioError(
        501,
        20501,
        `Local Twilio records with ${name}=${only} only, not ${body.get(name)}`,
      );
}
