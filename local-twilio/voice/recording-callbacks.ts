import type { RecordingRow } from "../account";
import { callParameters } from "./call-parameters";
import { rfc2822, sendCallback } from "./callback";
import { type Leg, wait } from "./leg";
import type { RecordingCallback, RecordVerb } from "./verbs/parse-record";

/** How long Twilio takes until a recording can be fetched, and until it is transcribed. */
const PROCESSING_SECONDS = 1;
const TRANSCRIBING_SECONDS = 20;
/** "Transcription is currently limited to recordings with a duration greater than 2 seconds and less than 120 seconds." */
const TRANSCRIBABLE = { longerThan: 2, shorterThan: 120 } as const;

/** Where the REST API keeps a recording. @see https://www.twilio.com/docs/voice/api/recording */
export function urlOfRecording({ world }: Leg, sid: string): string {
  return `https://api.twilio.com/2010-04-01/Accounts/${world.account.sid}/Recordings/${sid}`;
}

/** What is known of a recording while it is being made. */
type StartedRecording = Pick<RecordingRow, "sid" | "callSid" | "startTime" | "source" | "conferenceSid">;

/** Makes the `in-progress` callback of a recording that begins, when it is asked for. */
export async function reportRecordingStart(
  leg: Leg,
  { url, method, events }: RecordingCallback,
  started: StartedRecording,
): Promise<void> {
  if (url === undefined || !events.includes("in-progress")) return;
  const parameters = { ...statusParameters(leg, started), RecordingStatus: "in-progress" };
  await sendCallback(leg, { url, method, parameters });
}

/** Makes the callbacks of a finished recording, each in its time. They outlive the call. */
export async function reportRecording(leg: Leg, record: RecordVerb, recording: RecordingRow): Promise<void> {
  // Relative URLs belong to the document of now, not to the one that is executed when the callback goes out.
  const documentUrl = leg.documentUrl;
  const fixed = { ...leg, documentUrl };
  await Promise.all([
    reportRecordingStatus(fixed, record.statusCallback, recording),
    reportTranscription(fixed, record, recording),
  ]);
}

/** Makes the `completed` callback of a finished recording, once it can be fetched and if it is asked for. */
export async function reportRecordingStatus(
  leg: Leg,
  { url, method, events }: RecordingCallback,
  recording: RecordingRow,
): Promise<void> {
  await wait(leg, PROCESSING_SECONDS);
  if (url === undefined || !events.includes("completed")) return;
  const { status: RecordingStatus, duration } = recording;
  const parameters = {
    ...statusParameters(leg, recording),
    RecordingStatus,
    RecordingDuration: String(duration),
  };
  await sendCallback(leg, { url, method, parameters });
}

/** @see https://www.twilio.com/docs/voice/twiml/record#attributes-recording-status-callback */
function statusParameters(leg: Leg, recording: StartedRecording): Record<string, string> {
  return {
    AccountSid: leg.world.account.sid,
    ...(recording.conferenceSid === undefined
      ? { CallSid: recording.callSid }
      : { ConferenceSid: recording.conferenceSid }),
    RecordingSid: recording.sid,
    RecordingUrl: urlOfRecording(leg, recording.sid),
    RecordingChannels: "1",
    RecordingStartTime: rfc2822(recording.startTime),
    RecordingSource: recording.source,
    RecordingTrack: "both",
    ErrorCode: "0",
  };
}

async function reportTranscription(leg: Leg, record: RecordVerb, recording: RecordingRow): Promise<void> {
  const { duration } = recording;
  if (!record.transcribe) return;
  if (duration <= TRANSCRIBABLE.longerThan || duration >= TRANSCRIBABLE.shorterThan) {
    leg.log.note("error", `13617: a recording of ${duration} seconds cannot be transcribed`);
    return;
  }
  if (record.transcribeCallback === undefined) return;
  await wait(leg, TRANSCRIBING_SECONDS);
  const parameters = transcriptionParameters(leg, recording);
  await sendCallback(leg, { url: record.transcribeCallback, method: "POST", parameters });
}

/** @see https://www.twilio.com/docs/voice/twiml/record#attributes-transcribe-callback */
function transcriptionParameters(leg: Leg, recording: RecordingRow): Record<string, string> {
  const sid = leg.world.sids("TR");
  const understood = recording.speech.trim() !== "";
  return {
    ...callParameters(leg.world.account, leg.row),
    TranscriptionSid: sid,
    TranscriptionStatus: understood ? "completed" : "failed",
    ...(understood ? { TranscriptionText: recording.speech } : {}),
    TranscriptionType: "fast",
    TranscriptionUrl: `${urlOfRecording(leg, recording.sid)}/Transcriptions/${sid}`,
    RecordingSid: recording.sid,
    RecordingUrl: urlOfRecording(leg, recording.sid),
  };
}
