import { type CallRow, type Disposition, dispositionOf } from "../policy/call-log";
import { parseCaller } from "../telephony/caller";
import type { EndedCall } from "../telephony/read-ended-call";
import { noteCall } from "./note-call";
import { loggedCaller } from "./parties";
import type { CallWiring } from "./wiring";

/** Writes how a call ended into its row, with the verdict that screening gave. */
export async function noteEndedCall(wiring: CallWiring, ended: EndedCall): Promise<Disposition> {
  const { callSid, to, screening } = ended;
  const { action } = screening;
  const disposition = dispositionOf({ ...ended, action: typeof action === "string" ? action : undefined });
  const from = loggedCaller(parseCaller(ended.from, wiring.policy().country));
  const at = wiring.now().toISOString();
  await noteCall(wiring, callSid, { from, to, at, ...verdictIn(screening), disposition });
  return disposition;
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
