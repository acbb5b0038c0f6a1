import { type Attestation, parseAttestation } from "./attestation";
import { type Form, readText } from "./form";
import { readCallSid } from "./read-call-sid";
import type { CallSid } from "./sids";

/** A call as the flow hands it to a Function: `from` and `to` as Twilio gave them. */
export interface IncomingCall {
  readonly callSid: CallSid;
  readonly from: string;
  readonly to: string;
  readonly attestation: Attestation;
  readonly callerName?: string;
  readonly forwardedFrom?: string;
  /** What installed add-ons found out, as JSON. @see https://www.twilio.com/docs/add-ons/how-to-use */
  readonly addOns?: string;
  /** How many digits the flow's Gather takes. */
  readonly numDigits: number;
}

const DEFAULT_DIGITS = 3;

/**
 * Reads the parameters of a call. @throws TypeError naming the parameter that is missing or makes no sense. `From` may
 * be missing, as for some withheld callers; and a call without `To`, to no line of ours then, may leave a message.
 * @see https://www.twilio.com/docs/voice/twiml#request-parameters
 */
export function readIncomingCall(form: Form): IncomingCall {
  const callerName = readText(form, "CallerName");
  const forwardedFrom = readText(form, "ForwardedFrom");
  const addOns = readText(form, "AddOns");
  return {
    callSid: readCallSid(form),
    from: readText(form, "From") ?? "",
    to: readText(form, "To") ?? "",
    attestation: parseAttestation(readText(form, "StirVerstat")),
    numDigits: readNumDigits(form),
    ...(callerName ? { callerName } : {}),
    ...(forwardedFrom ? { forwardedFrom } : {}),
    ...(addOns ? { addOns } : {}),
  };
}

function readNumDigits(form: Form): number {
  const text = readText(form, "NumDigits");
  if (text === undefined || text === "") return DEFAULT_DIGITS;
  if (/^([1-9]|10)$/.test(text)) return Number(text);
  throw new TypeError(`Cannot read incoming call: NumDigits must be a whole number from 1 to 10`);
}
