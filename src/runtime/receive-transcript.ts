import { addTranscript } from "../policy/voicemail";
import type { TranscriptionCallback } from "../telephony/read-transcription-callback";
import { describeParties } from "./identify-call";
import { type DeliveryOutcome, deliverVoicemail } from "./voicemail-delivery";
import type { Wiring } from "./wiring";

/** Takes in the transcript of a message, or the news that there will be none. */
export async function receiveTranscript(
  wiring: Wiring,
  { callSid, recordingSid, status, text, from, to }: TranscriptionCallback,
): Promise<DeliveryOutcome> {
  const isKnown = from !== undefined && to !== undefined;
  const parties = isKnown ? describeParties(wiring, { from, to }) : {};
  const facts = { callSid, status, text, parties };
  return deliverVoicemail(wiring, {
    recordingSid,
    callSid,
    merge: (current) => addTranscript(current, facts, wiring.now()),
  });
}
