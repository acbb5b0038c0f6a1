import { defineFunction } from "../../src/runtime/define-function";
import { receiveRecording } from "../../src/runtime/receive-recording";
import { json } from "../../src/runtime/reply";
import { sweepOutbox } from "../../src/runtime/sweep-outbox";
import { type Form, readText } from "../../src/telephony/form";
import { readRecordingCallback } from "../../src/telephony/read-recording-callback";

/** `?transcription=none` in the callback's URL: the flow asks for no transcripts, so no mail waits for one. */
const read = (form: Form) => ({
  recording: readRecordingCallback(form),
  isTranscribed: readText(form, "transcription") !== "none",
});

/** Recording status callback of the Record Voicemail widget. */
export const handler = defineFunction(read, async ({ recording, isTranscribed }, wiring) => {
  const mail = await receiveRecording(wiring, recording, isTranscribed);
  if (mail !== "unsent") await sweepOutbox(wiring);
  return json({ mail });
});
