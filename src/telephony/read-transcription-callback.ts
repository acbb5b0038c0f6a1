import { type Form, readText } from "./form";
import { readRecordingSids } from "./read-recording-callback";
import type { CallSid, RecordingSid } from "./sids";

/** What Twilio tells when it has transcribed a recording, or could not. */
export interface TranscriptionCallback {
  readonly callSid: CallSid;
  readonly recordingSid: RecordingSid;
  readonly status: "completed" | "failed";
  readonly text: string;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/**
 * Reads a transcription callback. Only `completed` brings words; any other status is a transcript that will not come.
 * @see https://www.twilio.com/docs/voice/twiml/record#transcribecallback
 * @throws TypeError naming the parameter that is missing or malformed
 */
export function readTranscriptionCallback(form: Form): TranscriptionCallback {
  const { callSid, recordingSid } = readRecordingSids(form, "transcription callback");
  return {
    callSid,
    recordingSid,
    status: readText(form, "TranscriptionStatus") === "completed" ? "completed" : "failed",
    text: readText(form, "TranscriptionText") ?? "",
    from: readText(form, "From"),
    to: readText(form, "To"),
  };
}
