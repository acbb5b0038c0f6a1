import { type Form, readText } from "./form";
import { readCallSid } from "./read-call-sid";
import { type CallSid, type FlowSid, parseFlowSid } from "./sids";

const SUBJECT = "call to the home's phone";

/** A caller whom the flow leads to the home's phone. */
export interface HouseholdCall {
  readonly callSid: CallSid;
  readonly from: string;
  readonly to: string;
  /** Whether the call was answered: it can be rejected no more. */
  readonly isAnswered: boolean;
  /** The flow in which the call goes on. */
  readonly flowSid: FlowSid;
}

/** Reads a call to the home's phone. @throws TypeError naming the parameter that is missing or makes no sense */
export function readHouseholdCall(form: Form): HouseholdCall {
  return {
    callSid: readCallSid(form, SUBJECT),
    from: readText(form, "From") ?? "",
    to: readText(form, "To") ?? "",
    isAnswered: readText(form, "CallStatus") !== "ringing",
    flowSid: readFlowSid(form),
  };
}

/** The flow that a document must lead back to. @throws TypeError when it is missing or no SID of a flow */
export function readFlowSid(form: Form): FlowSid {
  const flowSid = parseFlowSid(readText(form, "flow") ?? "");
  if (flowSid === undefined) throw new TypeError(`Cannot read ${SUBJECT}: flow is no SID of a flow`);
  return flowSid;
}
