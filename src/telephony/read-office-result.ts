import { isLive, parseCallStatus } from "./call-status";
import { type Form, readText } from "./form";
import { readCallSid } from "./read-call-sid";
import type { CallSid } from "./sids";

/** A call that comes back into its flow from ringing. */
export interface OfficeResult {
  readonly callSid: CallSid;
  readonly from: string;
  readonly to: string;
  /** Whom it rang, sealed. */
  readonly plan: string;
  readonly outcome: string;
  /** Whole seconds; undefined when they are not known. */
  readonly waited: number | undefined;
  readonly talked: number | undefined;
  readonly isOnLine: boolean;
}

/** Reads what the flow tells of it. @throws TypeError when the CallSid is missing or none */
export function readOfficeResult(form: Form): OfficeResult {
  const status = parseCallStatus(readText(form, "CallStatus"));
  return {
    callSid: readCallSid(form, "call that comes back"),
    from: readText(form, "From") ?? "",
    to: readText(form, "To") ?? "",
    plan: readText(form, "Plan") ?? "",
    outcome: readText(form, "Outcome") ?? "",
    waited: parseSeconds(readText(form, "Waited")),
    talked: parseSeconds(readText(form, "Talked")),
    isOnLine: status === undefined || isLive(status),
  };
}

function parseSeconds(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : undefined;
}
