import type { CallRow } from "../../policy/call-log";
import { parseSipDestination, type SipDestination } from "../../telephony/parse-sip-destination";
import type { OutgoingCall } from "../../telephony/read-outgoing-call";
import type { CallWiring } from "../wiring";

/** The row of a call from the home's phone, with what authorizing said of it: `authorization` is what the flow was told. */
export function outgoingRow(
  wiring: CallWiring,
  { from, to }: OutgoingCall,
  { action, reason, trace }: Readonly<Record<string, unknown>>,
): CallRow & { readonly trace: readonly string[] } {
  return {
    from,
    to: dialled(parseSipDestination(to, wiring.policy().country)),
    at: wiring.now().toISOString(),
    verdict: `outgoing-${typeof action === "string" ? action : "unknown"}`,
    ...(typeof reason === "string" ? { reason } : {}),
    trace: Array.isArray(trace) ? trace.filter((line): line is string => typeof line === "string") : [],
  };
}

/** What was dialled, as the log keeps it: of what is no number nothing, for it may be anything. */
function dialled(destination: SipDestination): string {
  switch (destination.kind) {
    case "number":
      return destination.number;
    case "unreadable":
      return "unreadable";
    default:
      return destination.digits;
  }
}
