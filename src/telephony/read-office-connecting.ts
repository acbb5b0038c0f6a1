import { isLive, parseCallStatus } from "./call-status";
import { type Form, readText, requireText } from "./form";
import { readCallSid } from "./read-call-sid";
import { type CallSid, type FlowSid, parseFlowSid, parseRecordingSid, type RecordingSid } from "./sids";

/** A call in a flow that is to ring somebody. Texts that are sealed stay so. */
export interface OfficeConnecting {
  readonly callSid: CallSid;
  readonly flowSid: FlowSid;
  readonly from: string;
  readonly plan: string;
  readonly isOnLine: boolean;
  /** Whether the caller's call was answered: then the caller can be told something. */
  readonly isAnswered: boolean;
  /** Whether the caller was asked for a name. */
  readonly isNamed: boolean;
  /** The name that was recorded; undefined where nothing was said. */
  readonly recordingSid: RecordingSid | undefined;
}

const SUBJECT = "call to be connected";

/** Reads the URL of the flow's TwiML Redirect, or the end of the recording. @throws TypeError naming the parameter */
export function readOfficeConnecting(form: Form): OfficeConnecting {
  const status = parseCallStatus(readText(form, "CallStatus"));
  const isSilent = readText(form, "RecordingDuration") === "0";
  return {
    callSid: readCallSid(form, SUBJECT),
    flowSid: readFlow(form, SUBJECT),
    from: readText(form, "From") ?? "",
    plan: readText(form, "plan") ?? "",
    isOnLine: status === undefined || isLive(status),
    isAnswered: status === "in-progress",
    isNamed: readText(form, "named") === "1",
    recordingSid: isSilent ? undefined : parseRecordingSid(readText(form, "RecordingSid") ?? ""),
  };
}

/** The flow that a call goes on in. @throws TypeError when it is missing or none */
export function readFlow(form: Form, subject: string): FlowSid {
  const flowSid = parseFlowSid(requireText(form, "flow", subject));
  if (flowSid === undefined) throw new TypeError(`Cannot read ${subject}: flow is no SID of a flow`);
  return flowSid;
}
