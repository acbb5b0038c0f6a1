import { type CallStatus, parseCallStatus } from "./call-status";
import { type Form, readText } from "./form";
import { readCallSid } from "./read-call-sid";
import { readRoomCall } from "./read-room-call";
import type { CallSid } from "./sids";

const SUBJECT = "status of the home's phone";

/** Where the phone's own call stands. */
export interface PhoneStatus {
  /** The caller's. */
  readonly callSid: CallSid;
  readonly phoneCallSid: CallSid;
  readonly status: CallStatus;
}

/**
 * Reads a status callback of the phone's call. @throws TypeError naming the parameter that is missing or makes no sense
 * @see https://www.twilio.com/docs/voice/api/call-resource#statuscallback
 */
export function readPhoneStatus(form: Form): PhoneStatus {
  const status = parseCallStatus(readText(form, "CallStatus"));
  if (status === undefined) throw new TypeError(`Cannot read ${SUBJECT}: CallStatus is missing or unknown`);
  return { callSid: readRoomCall(form, SUBJECT), phoneCallSid: readCallSid(form, SUBJECT), status };
}
