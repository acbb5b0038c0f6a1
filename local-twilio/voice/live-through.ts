import type { CallStatus } from "../account";
import type { CallOutcome } from "./call-outcome";
import type { DocumentRequest, Next } from "./document-request";
import { requestDocument } from "./fetch-document";
import { closeLeg, type Leg } from "./leg";
import { hungUpBy, outcomeOf } from "./outcome-of";
import { runDocuments } from "./run-documents";
import { reportProgress } from "./status-callback";

/**
 * Lives through a leg that rings: asks for its first document, executes what comes until the call is over, and makes
 * the status callback. The outcome's `afterwards` settles when the callbacks that outlive the call have been made too.
 * Never await it inside `clock.hold()`.
 */
export async function liveThrough(leg: Leg, first: DocumentRequest): Promise<CallOutcome> {
  const { report } = await runDocuments(leg, first);
  await endCall(leg, report);
  return outcomeOf(leg);
}

async function endCall(leg: Leg, report: Extract<Next, { kind: "end" }>["report"]): Promise<void> {
  closeLeg(leg, finalStatus(leg));
  leg.log.note("ended", `${leg.row.status}, hung up by ${hungUpBy(leg)}`);
  if (report !== undefined) await requestDocument(leg, report);
  await reportProgress(leg, leg, "completed");
}

/** @see https://www.twilio.com/docs/voice/twiml/reject#attributes-reason (busy, or no-answer) */
function finalStatus({ row, rejected, callerHungUp, endedAs }: Leg): CallStatus {
  if (rejected !== undefined) return rejected === "busy" ? "busy" : "no-answer";
  if (row.status !== "ringing") return "completed";
  return callerHungUp ? "canceled" : (endedAs ?? "completed");
}
