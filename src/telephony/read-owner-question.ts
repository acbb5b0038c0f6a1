import { type E164, isE164 } from "./e164";
import { type Form, readText, requireText } from "./form";
import { readCallSid } from "./read-call-sid";
import { type CallSid, type FlowSid, parseCallSid, parseFlowSid } from "./sids";

/** The owner is to be asked about a number that the home's phone has dialled. `callSid` is the phone's call. */
export interface OwnerQuestion {
  readonly callSid: CallSid;
  readonly number: E164;
  readonly ticket: string;
}

/** As the flow asks; the call goes on in it. */
export interface QuestionFromFlow extends OwnerQuestion {
  readonly flowSid: FlowSid;
}

/** As it is put to the owner, who has pressed `key`; empty: nothing yet, or nothing at all. */
export interface QuestionToOwner extends OwnerQuestion {
  readonly key: string;
}

const SUBJECT = "question to the owner";

/** Reads the URL of the flow's TwiML Redirect. @throws TypeError naming the parameter that makes no sense */
export function readQuestionFromFlow(form: Form): QuestionFromFlow {
  const flowSid = parseFlowSid(requireText(form, "flow", SUBJECT));
  if (flowSid === undefined) throw new TypeError(`Cannot read ${SUBJECT}: flow is no SID of a flow`);
  return { ...readQuestion(form, readCallSid(form, SUBJECT)), flowSid };
}

/**
 * Reads the request for what the owner hears: its CallSid is the owner's call, so the phone's stands in the URL.
 * @throws TypeError naming the parameter that makes no sense
 */
export function readQuestionToOwner(form: Form): QuestionToOwner {
  const callSid = parseCallSid(requireText(form, "call", SUBJECT));
  if (callSid === undefined) throw new TypeError(`Cannot read ${SUBJECT}: call is no SID of a call`);
  return { ...readQuestion(form, callSid), key: readText(form, "Digits")?.trim().slice(0, 1) ?? "" };
}

function readQuestion(form: Form, callSid: CallSid): OwnerQuestion {
  const number = requireText(form, "to", SUBJECT).trim();
  if (!isE164(number)) throw new TypeError(`Cannot read ${SUBJECT}: to is no E.164 number`);
  return { callSid, number, ticket: requireText(form, "ticket", SUBJECT) };
}
