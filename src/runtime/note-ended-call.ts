import { type CallRow, type Disposition, dispositionOf } from "../policy/call-log";
import { RING_OUTCOMES } from "../policy/office/call-plan";
import { parseCaller } from "../telephony/caller";
import type { EndedCall } from "../telephony/read-ended-call";
import { noteCallRow } from "./note-call";
import { loggedCaller } from "./parties";
import type { CallWiring } from "./wiring";

/** What is known of a call that has ended. */
export interface EndNoted {
  readonly disposition: Disposition;
  /** The department that has talked with the caller. */
  readonly department: string | undefined;
}

/** Writes how a call ended into its row, with the verdict that screening gave. */
export async function noteEndedCall(wiring: CallWiring, ended: EndedCall): Promise<EndNoted> {
  const { callSid, to, screening } = ended;
  const { action } = screening;
  const officeOutcome = RING_OUTCOMES.find((outcome) => outcome === ended.officeOutcome);
  const end = { ...ended, officeOutcome, action: typeof action === "string" ? action : undefined };
  const disposition = dispositionOf(end);
  const from = loggedCaller(parseCaller(ended.from, wiring.policy().country));
  const at = wiring.now().toISOString();
  const times = { ...seconds("waitSeconds", ended), ...seconds("talkSeconds", ended) };
  const news = { from, to, at, ...verdictIn(screening), ...times, disposition };
  const row = await noteCallRow(wiring, callSid, news);
  const department = officeOutcome === "answered" ? row?.department : undefined;
  return { disposition, department: typeof department === "string" ? department : undefined };
}

function seconds(name: "waitSeconds" | "talkSeconds", ended: EndedCall): CallRow {
  const value = ended[name];
  return value === undefined ? {} : { [name]: value };
}

function verdictIn({ action, rule, reason, trace }: EndedCall["screening"]): CallRow {
  return {
    ...(typeof action === "string" ? { verdict: action } : {}),
    ...(typeof rule === "string" ? { rule } : {}),
    ...(typeof reason === "string" ? { reason } : {}),
    ...(Array.isArray(trace)
      ? { trace: trace.filter((line): line is string => typeof line === "string") }
      : {}),
  };
}
