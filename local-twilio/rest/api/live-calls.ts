import type { CallRow } from "../../account";
import { endLeg, type Leg } from "../../voice/leg";
import { recordLeg } from "../../voice/live-recording";
import { RECORDING_EVENTS } from "../../voice/verbs/parse-record";
import type { Route } from "../route";
import { TwilioError } from "../twilio-error";
import type { WireReply, WireRequest } from "../wire";
import { absent, accountRouter } from "./api-world";
import { formatCall } from "./format-call";
import { formatCallRecording } from "./format-recording";
import type { LiveWorld } from "./live-world";
import { readForm } from "./read-form";
import { readChoice, readWords } from "./read-words";
import { refuseParameters } from "./refuse-parameters";

/** Calls in progress: ended and recorded; leading them elsewhere is refused by name. @see https://www.twilio.com/docs/voice/api/call-resource */
export function liveCallRoutes(world: LiveWorld): readonly Route[] {
  const on = accountRouter(world);
  return [
    on("POST", "/Calls/{Sid}.json", ({ Sid }, request) => endCall(world, Sid, request)),
    on("POST", "/Calls/{CallSid}/Recordings.json", ({ CallSid }, request) =>
      recordCall(world, CallSid, request),
    ),
  ];
}

/**
 * `canceled` hangs up calls that are queued or ringing and leaves calls in progress alone, `completed` hangs up both.
 * @see https://www.twilio.com/docs/voice/api/call-resource#update-a-call-resource
 */
function endCall(world: LiveWorld, sid: string, request: WireRequest): WireReply {
  const row = findCall(world, sid, request);
  refuseParameters(request.body, "UpdateCall", ["Status"]);
  const allowed = ["canceled", "completed"] as const;
  const status = readChoice(request.body, "Status", { allowed, before: "completed" });
  const leg = findLeg(world, row);
  if (status === "completed" || row.status !== "in-progress") endLeg(leg, status);
  return { status: 200, body: formatCall(world, row) };
}

function findCall({ account }: LiveWorld, sid: string, request: WireRequest): CallRow {
  const row = account.calls.get(sid);
  if (row === undefined) throw absent(request);
  return row;
}

/** @see https://www.twilio.com/docs/api/errors/21220 (invalid call state) */
function findLeg({ voice }: LiveWorld, { sid, endTime }: CallRow): Leg {
  if (endTime !== undefined) throw new TwilioError(400, 21220, `Call ${sid} is not in-progress`);
  const leg = voice.switchboard.legs.get(sid);
  if (leg === undefined)
    throw new TwilioError(501, 20501, `Local Twilio does not live through ${sid}: a callee without a party`);
  return leg;
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
  if (row.status !== "in-progress") throw new TwilioError(400, 21220, `Call ${sid} is not in-progress`);
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
