import { addRecording, type CallParties } from "../policy/voicemail";
import { addCall } from "../store/add-call";
import type { RecordingCallback } from "../telephony/read-recording-callback";
import { identifyCall } from "./identify-call";
import { noteCall } from "./note-call";
import { type DeliveryOutcome, deliverVoicemail } from "./voicemail-delivery";
import type { Wiring } from "./wiring";

/** Takes in the news that a message was recorded; `isTranscribed`: the flow asks for transcripts. */
export async function receiveRecording(
  wiring: Wiring,
  recording: RecordingCallback,
  isTranscribed: boolean,
): Promise<DeliveryOutcome> {
  const { callSid, recordingSid, status } = recording;
  if (status === "in-progress") return "done";
  const parties = await identifyCall(wiring, callSid);
  if (status !== "completed") {
    await noteNothingLeft(wiring, callSid, parties);
    return "done";
  }
  const facts = { ...recording, isTranscribed, parties };
  const { callerName: _notLogged, ...ends } = parties;
  const at = wiring.now().toISOString();
  const [outcome] = await Promise.all([
    deliverVoicemail(wiring, {
      recordingSid,
      callSid,
      merge: (current) => addRecording(current, facts, wiring.now()),
    }),
    recording.seconds === 0
      ? noteNothingLeft(wiring, callSid, parties)
      : noteCall(wiring, callSid, { ...ends, at, disposition: "voicemail" }),
  ]);
  return outcome;
}

/** Of a call that no other Function could note; a row that is there knows better how the call ended. */
async function noteNothingLeft(
  wiring: Wiring,
  callSid: string,
  { callerName: _notLogged, ...ends }: CallParties,
): Promise<void> {
  try {
    const row = { ...ends, at: wiring.now().toISOString(), disposition: "abandoned" } as const;
    await addCall(wiring.sync(), callSid, row);
  } catch {
    wiring.log("call-row-not-written", { callSid });
  }
}
