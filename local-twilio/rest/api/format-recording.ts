import type { RecordingRow } from "../../account";
import { type ApiWorld, accountUri } from "./api-world";
import { rfc2822Date } from "./rfc2822-date";

function shared(world: ApiWorld, recording: RecordingRow) {
  return {
    account_sid: world.account.sid,
    api_version: "2010-04-01",
    call_sid: recording.callSid,
    conference_sid: recording.conferenceSid ?? null,
    date_created: rfc2822Date(recording.dateCreated),
    date_updated: rfc2822Date(recording.dateCreated),
    start_time: rfc2822Date(recording.startTime),
    duration: recording.status === "in-progress" ? null : String(recording.duration),
    sid: recording.sid,
    price: null,
    price_unit: "USD",
    status: recording.status,
    channels: 1,
    source: recording.source,
    error_code: null,
    encryption_details: null,
  };
}

/** The JSON of a recording. @see https://www.twilio.com/docs/voice/api/recording */
export function formatRecording(world: ApiWorld, recording: RecordingRow): Record<string, unknown> {
  const uri = `${accountUri(world)}/Recordings/${recording.sid}`;
  return {
    ...shared(world, recording),
    uri: `${uri}.json`,
    subresource_uris: {
      add_on_results: `${uri}/AddOnResults.json`,
      transcriptions: `${uri}/Transcriptions.json`,
    },
    media_url: `https://api.twilio.com${uri}`,
  };
}

/** The JSON of a recording among its call's. @see https://www.twilio.com/docs/voice/api/recording */
export function formatCallRecording(world: ApiWorld, recording: RecordingRow): Record<string, unknown> {
  const uri = `${accountUri(world)}/Calls/${recording.callSid}/Recordings/${recording.sid}.json`;
  return { ...shared(world, recording), uri, track: "both" };
}
