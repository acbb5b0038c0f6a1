import { type Form, readText } from "./form";
import { readCallSid } from "./read-call-sid";
import type { CallSid } from "./sids";

/** What somebody who calls from the owner's number entered as the PIN. */
export interface PinAnswer {
  readonly callSid: CallSid;
  readonly from: string;
  /** Undefined when nothing was pressed. */
  readonly digits: string | undefined;
  /** 1 for the first time; also when the flow does not say. */
  readonly attempt: number;
}

/** A key of the owner's menu. */
export interface OwnerKey {
  readonly callSid: CallSid;
  readonly from: string;
  /** Empty when nothing was pressed. */
  readonly key: string;
  readonly ticket: string;
  /** Where the menu stood, as it was last told to the flow. */
  readonly pending: string;
}

const SUBJECT = "owner's call";

/** Reads what was entered as the PIN. @throws TypeError naming the parameter that is missing or makes no sense */
export function readPinAnswer(form: Form): PinAnswer {
  const attempt = readText(form, "Attempt") || "1";
  if (!/^[1-9]\d?$/.test(attempt))
    throw new TypeError(`Cannot read ${SUBJECT}: Attempt must be a whole number from 1 on`);
  return {
    callSid: readCallSid(form, SUBJECT),
    from: readText(form, "From") ?? "",
    digits: readText(form, "Digits")?.replace(/#$/, "") || undefined,
    attempt: Number(attempt),
  };
}

/** Reads a key of the owner's menu. @throws TypeError naming the parameter that is missing or makes no sense */
export function readOwnerKey(form: Form): OwnerKey {
  return {
    callSid: readCallSid(form, SUBJECT),
    from: readText(form, "From") ?? "",
    key: readText(form, "Digits")?.trim().slice(0, 1) ?? "",
    ticket: readText(form, "Ticket") ?? "",
    pending: readText(form, "Pending") ?? "",
  };
}
