import { type Form, readText, requireText } from "./form";
import { readCallSid } from "./read-call-sid";
import type { CallSid } from "./sids";

const SUBJECT = "answer to a call-back";

/** Whoever picked up a telephone of the department, and which key was pressed; empty: nothing yet. */
export interface CallbackAnswer {
  /** The call to the department's telephone. */
  readonly callSid: CallSid;
  readonly link: string;
  readonly key: string;
}

/** Reads it. @throws TypeError naming the parameter that makes no sense */
export function readCallbackAnswer(form: Form): CallbackAnswer {
  return {
    callSid: readCallSid(form, SUBJECT),
    link: requireText(form, "link", SUBJECT),
    key: readText(form, "Digits")?.trim().slice(0, 1) ?? "",
  };
}
