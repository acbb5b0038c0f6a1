import { type DialCallStatus, parseDialCallStatus } from "./dial-call-status";
import { type Form, readText } from "./form";
import { parseObject } from "./parse-object";
import { readCallSid } from "./read-call-sid";
import type { CallSid } from "./sids";

/** A call from the home's phone, as Twilio gave it. `sipUsername`: who authenticated it, when Twilio said. */
export interface OutgoingCall {
  readonly callSid: CallSid;
  readonly from: string;
  readonly to: string;
  readonly sipUsername: string | undefined;
}

/** A call for help that is over. */
export interface EmergencyCall extends OutgoingCall {
  readonly dialCallStatus: DialCallStatus | undefined;
}

/** Any other call from the home's phone that is over. */
export interface OutgoingEnd extends OutgoingCall {
  /** The JSON that authorizing answered; {} when it is not to be had. */
  readonly authorization: Readonly<Record<string, unknown>>;
  readonly dialCallStatus: DialCallStatus | undefined;
  /** How long the parties talked, in seconds; undefined when Twilio did not say. */
  readonly talked: number | undefined;
  /** Of the call to the owner, who was asked. */
  readonly ownerDialCallStatus: DialCallStatus | undefined;
  readonly isBridgedToOwner: boolean;
}

const SUBJECT = "call from the home's phone";

/**
 * Reads a call from a SIP phone. @throws TypeError when the CallSid is missing or none
 * @see https://www.twilio.com/docs/voice/api/sip-twiml
 */
export function readOutgoingCall(form: Form): OutgoingCall {
  return {
    callSid: readCallSid(form, SUBJECT),
    from: readText(form, "From") ?? "",
    to: readText(form, "To") ?? "",
    sipUsername: readText(form, "SipUsername") || undefined,
  };
}

/** Reads the end of a call for help. @throws TypeError when the CallSid is missing or none */
export function readEmergencyCall(form: Form): EmergencyCall {
  return {
    ...readOutgoingCall(form),
    dialCallStatus: parseDialCallStatus(readText(form, "DialCallStatus")),
  };
}

/** Reads the end of any other call. @throws TypeError when the CallSid is missing or none */
export function readOutgoingEnd(form: Form): OutgoingEnd {
  const talked = readText(form, "DialCallDuration") ?? "";
  return {
    ...readEmergencyCall(form),
    authorization: parseObject(readText(form, "Authorization")),
    talked: /^\d{1,6}$/.test(talked) ? Number(talked) : undefined,
    ownerDialCallStatus: parseDialCallStatus(readText(form, "OwnerDialCallStatus")),
    isBridgedToOwner: readText(form, "OwnerDialBridged") === "true",
  };
}
