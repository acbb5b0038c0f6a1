import { type Form, readText, requireText } from "./form";

/** Somebody has picked up, and hears who calls. */
export interface OfficeWhisper {
  /** What the telephone brings along, sealed. */
  readonly ticket: string;
  /** The key that was pressed; empty: none yet. */
  readonly key: string;
  /** Whether it is asked the second time, after a key that means nothing. */
  readonly isAgain: boolean;
}

/** Reads the request for what a callee hears. @throws TypeError when the ticket is missing */
export function readOfficeWhisper(form: Form): OfficeWhisper {
  return {
    ticket: requireText(form, "ticket", "call that is announced"),
    key: readText(form, "Digits")?.trim().slice(0, 1) ?? "",
    isAgain: readText(form, "again") === "1",
  };
}
