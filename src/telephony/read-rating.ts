import { type Form, readText } from "./form";
import { readCallSid } from "./read-call-sid";
import type { CallSid } from "./sids";

/** A caller was asked how he was served. */
export interface GivenRating {
  readonly callSid: CallSid;
  /** The sealed plan of whom the call has rung. */
  readonly plan: string;
  /** 1 to 5; undefined when the caller has pressed nothing, or something else. */
  readonly rating: number | undefined;
}

/** Reads what the flow sends. @throws TypeError when the CallSid is missing or none */
export function readRating(form: Form): GivenRating {
  const digits = readText(form, "Digits")?.trim() ?? "";
  return {
    callSid: readCallSid(form, "rating"),
    plan: readText(form, "Plan") ?? "",
    rating: /^[1-5]$/.test(digits) ? Number(digits) : undefined,
  };
}
