import { addRecording, type Voicemail } from "../policy/voicemail";
import { type DeliveryOutcome, deliverVoicemail } from "./voicemail-delivery";
import type { ReportedVoicemail } from "./voicemail-report";
import type { Wiring } from "./wiring";

/** Tries the unsent mails of a report again, one after another, and tells how each ended. */
export async function retryUnsent(
  wiring: Wiring,
  voicemails: readonly ReportedVoicemail[],
): Promise<DeliveryOutcome[]> {
  const outcomes: DeliveryOutcome[] = [];
  for (const { mail, recordingSid, callSid } of voicemails) {
    if (mail !== "unsent") continue;
    const facts = { callSid, isTranscribed: false, parties: {} };
    const merge = (current: Voicemail | undefined) => current ?? addRecording(current, facts, wiring.now());
    outcomes.push(await deliverVoicemail(wiring, { recordingSid, callSid, merge }));
  }
  return outcomes;
}
