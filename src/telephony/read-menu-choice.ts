import { type Form, readText } from "./form";
import { readCallSid } from "./read-call-sid";
import type { CallSid } from "./sids";

/** What a caller of an office answered in a menu. */
export interface MenuChoice {
  readonly callSid: CallSid;
  readonly from: string;
  readonly to: string;
  /** One key; empty when none was pressed. */
  readonly key: string;
  /** What speech recognition understood; empty when nothing was said. */
  readonly speech: string;
  /** Where the caller stands, as it was last told to the flow; empty at the beginning. */
  readonly state: string;
}

/** Reads an answer in a menu. @throws TypeError when there is no SID of a call */
export function readMenuChoice(form: Form): MenuChoice {
  return {
    callSid: readCallSid(form, "choice from a menu"),
    from: readText(form, "From") ?? "",
    to: readText(form, "To") ?? "",
    key: readText(form, "Digits")?.trim().slice(0, 1) ?? "",
    speech: readText(form, "Speech") ?? "",
    state: readText(form, "State") ?? "",
  };
}
