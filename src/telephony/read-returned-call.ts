import { isLive, parseCallStatus } from "./call-status";
import { type Form, readText } from "./form";
import { readCallSid } from "./read-call-sid";
import type { CallSid } from "./sids";

/** A call that comes back into its flow. */
export interface ReturnedCall {
  readonly callSid: CallSid;
  /** Whether the caller is still there; also when nobody says. */
  readonly isOnLine: boolean;
}

/** Reads a call that comes back into its flow. @throws TypeError when the CallSid is missing or none */
export function readReturnedCall(form: Form): ReturnedCall {
  const status = parseCallStatus(readText(form, "CallStatus"));
  return {
    callSid: readCallSid(form, "call that comes back"),
    isOnLine: status === undefined || isLive(status),
  };
}
