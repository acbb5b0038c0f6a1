import type { Twilio } from "twilio";
import type { FunctionContext } from "./wiring";

/** What of a Calls resource we use. @see https://www.twilio.com/docs/voice/api/call-resource */
export interface CallResource {
  readonly from: string;
  readonly to: string;
  readonly callerName?: string;
  /** One of `queued`, `ringing`, `in-progress`, `completed`, `busy`, `failed`, `no-answer`, `canceled`. */
  readonly status?: string;
}

/** A recording's audio. */
export interface RecordingMedia {
  readonly body: Buffer;
  readonly contentType: string;
}

/** The call of this account with that SID; undefined when there is none. */
export async function fetchCall(client: Twilio, sid: string): Promise<CallResource | undefined> {
  try {
    const { from, to, callerName, status } = await client.calls(sid).fetch();
    return { from, to, status, ...(callerName ? { callerName } : {}) };
  } catch (failure) {
    return absentOrThrow(failure);
  }
}

/**
 * The length of a recording in seconds; undefined when it was deleted or is not finished.
 * @see https://www.twilio.com/docs/voice/api/recording#recording-properties
 */
export async function fetchRecordingSeconds(client: Twilio, sid: string): Promise<number | undefined> {
  try {
    const { duration } = await client.recordings(sid).fetch();
    return /^\d{1,6}$/.test(duration) ? Number(duration) : undefined;
  } catch (failure) {
    return absentOrThrow(failure);
  }
}

function absentOrThrow(failure: unknown): undefined {
  if (typeof failure === "object" && failure !== null && "status" in failure && failure.status === 404)
    return undefined;
  throw failure;
}

/** Audio takes longer than an answer of the API: seconds of speech are kilobytes. */
const MEDIA_MS = 3000;

/**
 * The recording as mp3, fetched with the account's credentials; undefined when it was deleted.
 * @see https://www.twilio.com/docs/voice/api/recording#fetch-a-recordings-media-file
 */
export async function fetchRecording(
  { ACCOUNT_SID = "", AUTH_TOKEN = "" }: FunctionContext,
  sid: string,
): Promise<RecordingMedia | undefined> {
  const response = await fetch(
    `https://api.twilio.com/2010-04-01/Accounts/${ACCOUNT_SID}/Recordings/${sid}.mp3`,
    {
      headers: { authorization: `Basic ${Buffer.from(`${ACCOUNT_SID}:${AUTH_TOKEN}`).toString("base64")}` },
      signal: AbortSignal.timeout(MEDIA_MS),
    },
  );
  if (response.status === 404) return undefined;
  if (!response.ok) throw new Error(`Cannot fetch recording: Twilio answered ${response.status}`);
  const contentType = response.headers.get("content-type") ?? "audio/mpeg";
  if (!contentType.startsWith("audio/")) throw new Error(`Cannot fetch recording: it is ${contentType}`);
  return { body: Buffer.from(await response.arrayBuffer()), contentType };
}
