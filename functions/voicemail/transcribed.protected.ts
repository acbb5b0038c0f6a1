import { defineFunction } from "../../src/runtime/define-function";
import { receiveTranscript } from "../../src/runtime/receive-transcript";
import { json } from "../../src/runtime/reply";
import { sweepOutbox } from "../../src/runtime/sweep-outbox";
import { readTranscriptionCallback } from "../../src/telephony/read-transcription-callback";

/** Transcription callback of the Record Voicemail widget. */
export const handler = defineFunction(readTranscriptionCallback, async (transcription, wiring) => {
  const mail = await receiveTranscript(wiring, transcription);
  if (mail !== "unsent") await sweepOutbox(wiring);
  return json({ mail });
});
