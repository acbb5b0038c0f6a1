import { type Form, readText, requireText } from "./form";
import { readCallSid } from "./read-call-sid";
import { readFlowSid } from "./read-household-call";
import { type CallSid, type FlowSid, parseCallSid } from "./sids";

const SUBJECT = "owner's joining";

/** Which call somebody comes into, and how. */
export interface JoiningOf {
  readonly room: CallSid;
  readonly as: "listen" | "join";
}

/** The owner asks to be let into a call; `callSid` is the owner's own. */
export interface OwnerJoiningRequest extends JoiningOf {
  readonly callSid: CallSid;
  readonly from: string;
  readonly ticket: string;
  /** The flow in which the owner's call goes on. */
  readonly flowSid: FlowSid;
  /** Whether those who talk were to be told before. */
  readonly isTold: boolean;
}

/** Reads the URL of the flow's TwiML Redirect. @throws TypeError naming the parameter that is missing or makes no sense */
export function readOwnerJoining(form: Form): OwnerJoiningRequest {
  return {
    callSid: readCallSid(form, SUBJECT),
    from: readText(form, "From") ?? "",
    ticket: readText(form, "ticket") ?? "",
    flowSid: readFlowSid(form),
    isTold: readText(form, "told") === "true",
    ...readJoiningOf(form),
  };
}

/** The owner is announced to those who talk. `ownCall` is the owner's own call. */
export interface OwnerAnnouncement extends JoiningOf {
  readonly ownCall: CallSid;
}

/** Reads the URL of an announcement. @throws TypeError naming the parameter that is missing or makes no sense */
export function readOwnerAnnouncement(form: Form): OwnerAnnouncement {
  return { ownCall: readSid(form, "owner"), ...readJoiningOf(form) };
}

function readJoiningOf(form: Form): JoiningOf {
  const as = readText(form, "as");
  if (as !== "listen" && as !== "join")
    throw new TypeError(`Cannot read ${SUBJECT}: as must be listen or join`);
  return { room: readSid(form, "room"), as };
}

function readSid(form: Form, name: string): CallSid {
  const sid = parseCallSid(requireText(form, name, SUBJECT));
  if (sid === undefined) throw new TypeError(`Cannot read ${SUBJECT}: ${name} is no SID of a call`);
  return sid;
}
