import type { LateFacts, Voicemail } from "../policy/voicemail";
import { readCallDepartment } from "../store/read-call-department";
import type { RecordingSid } from "../telephony/sids";
import { identifyCall } from "./identify-call";
import { inTime } from "./in-time";
import type { Wiring } from "./wiring";

/**
 * What is not known of a voicemail when its mail goes out: who called, and, when the transcript came before the recording's
 * own callback, how long it is, asked of Twilio; and whose mailbox it is, which the call's row says. Never throws.
 */
export async function askLateFacts(
  wiring: Wiring,
  recordingSid: RecordingSid,
  { callSid, to, seconds, department }: Voicemail,
): Promise<LateFacts> {
  const [parties, length, mailbox] = await Promise.all([
    to !== undefined || callSid === "" ? {} : identifyCall(wiring, callSid),
    seconds === undefined ? measure(wiring, recordingSid) : {},
    department === undefined && callSid !== "" ? findMailbox(wiring, callSid) : {},
  ]);
  return { ...parties, ...length, ...mailbox };
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

const READING_MS = 1500;

/** Without an office there is only the line's mailbox; a row that cannot be read leaves the message there. */
async function findMailbox(wiring: Wiring, callSid: string): Promise<LateFacts> {
  if (wiring.policy().office === undefined) return {};
  try {
    const department = await inTime(READING_MS, readCallDepartment(wiring.sync(), callSid));
    return department === undefined ? {} : { department };
  } catch {
    wiring.log("mailbox-not-found", { callSid });
    return {};
  }
}
