import { type Form, requireText } from "./form";
import { type CallSid, parseCallSid } from "./sids";

/** The caller's call, which our own callback URLs name. @throws TypeError when it is missing or no SID of a call */
export function readRoomCall(form: Form, subject: string): CallSid {
  const callSid = parseCallSid(requireText(form, "call", subject));
  if (callSid === undefined) throw new TypeError(`Cannot read ${subject}: call is no SID of a call`);
  return callSid;
}
