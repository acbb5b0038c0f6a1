import type { RingTicket, WhisperTicket } from "../../policy/office/ring-ticket";
import type { WhisperDecision } from "../../policy/office/whisper-keys";
import { readOfficeNote, writeOfficeNote } from "../../store/office-items";
import type { OfficeNote } from "../../store/parse-office-note";
import { inTime } from "../in-time";
import { describeFailure } from "../log";
import type { CallWiring } from "../wiring";

const READING_MS = 1200;
/** Whoever has taken a call waits for it, and so does the caller. */
const WRITING_MS = 1200;

/** Notes what whoever picked up has decided. Never throws: what cannot be noted, the call goes on without. */
export async function noteDecision(
  wiring: CallWiring,
  { plan: { callSid }, step, phone }: WhisperTicket,
  decision: WhisperDecision,
): Promise<void> {
  const note = { step, decision, by: phone, at: wiring.now().toISOString() };
  try {
    const store = { sync: wiring.sync(), random: () => wiring.random() };
    const outcome = await inTime(WRITING_MS, writeOfficeNote(store, callSid, note));
    if (outcome === undefined || outcome === "lost") wiring.log("decision-not-noted", { callSid, decision });
  } catch (failure) {
    wiring.log("decision-not-noted", { callSid, decision, ...describeFailure(failure) });
  }
}

/** What whoever picked up in this step has decided; undefined when nobody has, or it cannot be read. Never throws. */
export async function readDecision(
  wiring: CallWiring,
  { plan: { callSid }, ringing: { step } }: RingTicket,
): Promise<OfficeNote | undefined> {
  try {
    const note = await inTime(READING_MS, readOfficeNote(wiring.sync(), callSid));
    return note?.step === step ? note : undefined;
  } catch (failure) {
    wiring.log("decision-not-read", { callSid, ...describeFailure(failure) });
    return undefined;
  }
}
