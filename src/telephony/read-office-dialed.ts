import { isLive, parseCallStatus } from "./call-status";
import { type DialCallStatus, parseDialCallStatus } from "./dial-call-status";
import { type Form, readText } from "./form";
import { readCallSid } from "./read-call-sid";
import { readFlow } from "./read-office-connecting";
import { type CallSid, type FlowSid, parseCallSid } from "./sids";

/** The end of one step of an office's ringing. */
export interface OfficeDialed {
  readonly callSid: CallSid;
  readonly flowSid: FlowSid;
  readonly to: string;
  /** The step, sealed. */
  readonly step: string;
  readonly isOnLine: boolean;
  readonly status: DialCallStatus | undefined;
  /** Undefined when Twilio does not say. */
  readonly isBridged: boolean | undefined;
  /** The leg of the telephone that picked up, or of one that did not. */
  readonly dialCallSid: CallSid | undefined;
  /** How long that leg lasted. */
  readonly seconds: number;
}

const SUBJECT = "end of a Dial";

/** Reads the request for a Dial's action. @throws TypeError naming the parameter that makes no sense */
export function readOfficeDialed(form: Form): OfficeDialed {
  const callStatus = parseCallStatus(readText(form, "CallStatus"));
  const seconds = readText(form, "DialCallDuration") ?? "";
  return {
    callSid: readCallSid(form, SUBJECT),
    flowSid: readFlow(form, SUBJECT),
    to: readText(form, "To") ?? "",
    step: readText(form, "step") ?? "",
    isOnLine: callStatus === undefined || isLive(callStatus),
    status: parseDialCallStatus(readText(form, "DialCallStatus")),
    isBridged: parseFlag(readText(form, "DialBridged")),
    dialCallSid: parseCallSid(readText(form, "DialCallSid") ?? ""),
    seconds: /^\d{1,6}$/.test(seconds) ? Number(seconds) : 0,
  };
}

function parseFlag(text: string | undefined): boolean | undefined {
  if (text === "true") return true;
  return text === "false" ? false : undefined;
}
