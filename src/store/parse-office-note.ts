import type { WhisperDecision } from "../policy/office/whisper-keys";
import { parseInstant } from "./parse-home-state";

/** What whoever picked up has decided about a call: in which step of its ringing, at which telephone, and when (ISO 8601). */
export interface OfficeNote {
  readonly step: number;
  readonly decision: WhisperDecision;
  readonly by: string;
  readonly at: string;
}

const DECISIONS: readonly WhisperDecision[] = ["take", "voicemail", "block", "allow"];

/** What an item `call-CA…` of the map `office` holds; undefined for what is no such note. */
export function parseOfficeNote(data: Readonly<Record<string, unknown>>): OfficeNote | undefined {
  const { step, by, at } = data;
  const decision = DECISIONS.find((name) => name === data.decision);
  if (decision === undefined || typeof step !== "number" || typeof at !== "string") return undefined;
  if (parseInstant(at) === undefined) return undefined;
  return { step, decision, by: typeof by === "string" ? by : "", at };
}
