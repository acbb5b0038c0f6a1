import { type Form, requireText } from "./form";
import { type CallSid, parseCallSid } from "./sids";

/** The SID of the call that a request is about. @throws TypeError when it is missing or no SID of a call */
export function readCallSid(form: Form, subject = "incoming call"): CallSid {
  const callSid = parseCallSid(requireText(form, "CallSid", subject));
  if (callSid === undefined) throw new TypeError(`Cannot read ${subject}: CallSid is no SID of a call`);
  return callSid;
}
