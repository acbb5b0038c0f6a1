import { escapeHtml } from "./escape-html";
import { formatTime } from "./format-time";
import type { MailMessage } from "./mailer";
import { oneLine } from "./one-line";

/** What the owner is told of the options by telephone. */
export interface OwnerMail {
  readonly to: string;
  readonly subject: string;
  readonly words: string;
  readonly facts: readonly (readonly [label: string, fact: string])[];
  readonly at: Date;
  /** IANA timezone of the owner. */
  readonly timezone: string;
  /** The call in which it was. */
  readonly callSid: string;
}

/** Writes the mail to the owner. What callers can choose is made one line, and escaped. */
export function renderOwnerMail({
  to,
  subject,
  words,
  facts,
  at,
  timezone,
  callSid,
}: OwnerMail): MailMessage {
  const all = [...facts, ["At", formatTime(at, timezone)], ["Call", callSid]].map(
    ([label = "", fact = ""]) => [label, oneLine(fact)] as const,
  );
  return {
    to,
    subject,
    text: `${words}\n\n${all.map(([label, fact]) => `${label}: ${fact}`).join("\n")}\n`,
    html: [
      '<!doctype html><html lang="en"><meta charset="utf-8"><body style="font-family:sans-serif">',
      `<p>${escapeHtml(words)}</p>`,
      `<p>${all.map(([label, fact]) => `${label}: ${escapeHtml(fact)}`).join("<br>")}</p></body></html>`,
    ].join("\n"),
  };
}
