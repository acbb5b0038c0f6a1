import type { LateFacts, Voicemail } from "../policy/voicemail";
import type { RecordingSid } from "../telephony/sids";
import { identifyCall } from "./identify-call";
import type { Wiring } from "./wiring";

/**
 * What is not known of a voicemail when its mail goes out, asked of Twilio: who called, and, when the transcript came
 * before the recording's own callback, how long it is. Never throws.
 */
export async function askLateFacts(
  wiring: Wiring,
  recordingSid: RecordingSid,
  { callSid, to, seconds }: Voicemail,
): Promise<LateFacts> {
  const [parties, length] = await Promise.all([
    to !== undefined || callSid === "" ? {} : identifyCall(wiring, callSid),
    seconds === undefined ? measure(wiring, recordingSid) : {},
  ]);
  return { ...parties, ...length };
}

async function measure(wiring: Wiring, recordingSid: RecordingSid): Promise<LateFacts> {
  try {
    const seconds = await wiring.fetchRecordingSeconds(recordingSid);
    return seconds === undefined ? {} : { seconds };
  } catch {
    wiring.log("recording-not-measured", { recordingSid });
    return {};
  }
}
