import { type Form, readText } from "./form";
import { readCallSid } from "./read-call-sid";
import type { CallSid } from "./sids";

/** A caller was offered a call-back, and has pressed a key. */
export interface CallbackRequest {
  readonly callSid: CallSid;
  readonly from: string;
  /** The sealed plan of whom the call has rung. */
  readonly plan: string;
  readonly digits: string;
}

/** Reads what the flow sends. @throws TypeError when the CallSid is missing or none */
export function readCallbackRequest(form: Form): CallbackRequest {
  return {
    callSid: readCallSid(form, "request for a call-back"),
    from: readText(form, "From") ?? "",
    plan: readText(form, "Plan") ?? "",
    digits: readText(form, "Digits")?.trim() ?? "",
  };
}
