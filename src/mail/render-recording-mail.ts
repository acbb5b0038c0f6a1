import { escapeHtml } from "./escape-html";
import { formatLength } from "./format-length";
import { formatTime } from "./format-time";
import type { MailMessage } from "./mailer";
import { oneLine } from "./one-line";

/** What the mail about a recorded call of the home's phone tells. */
export interface RecordingMail {
  readonly to: string;
  readonly recordingSid: string;
  /** The other party's number as people write it; undefined when withheld or not known. */
  readonly number: string | undefined;
  readonly seconds: number | undefined;
  readonly at: Date;
  /** IANA timezone of the owner. */
  readonly timezone: string;
  /** Absent when links cannot be signed. */
  readonly link: { readonly url: string; readonly expiresAt: Date } | undefined;
}

/** Writes the mail to the owner about a call that was recorded. */
export function renderRecordingMail(mail: RecordingMail): MailMessage {
  const { to, at, timezone, seconds, link, recordingSid } = mail;
  const who = oneLine(mail.number ?? "") || "a caller without a number";
  const length = seconds === undefined ? "" : ` (${formatLength(seconds)})`;
  const subject = `Recorded call with ${who}${length}`;
  const facts = `Recorded: ${formatTime(at, timezone)}`;
  const told = "Both sides were told before the recording began.";
  const [label, where] = whereToListen(link, { timezone, recordingSid });
  return {
    to,
    subject,
    text: `${subject}.\n\n${facts}\n${told}\n\n${link ? `${label}: ${link.url}\n` : ""}${where}\n`,
    html: [
      '<!doctype html><html lang="en"><meta charset="utf-8"><body style="font-family:sans-serif">',
      `<h1 style="font-size:1.2em">${escapeHtml(subject)}</h1>`,
      `<p>${escapeHtml(facts)}<br>${told}</p>`,
      `<p>${link ? `<a href="${escapeHtml(link.url)}">${label}</a><br>` : ""}${escapeHtml(where)}</p></body></html>`,
    ].join("\n"),
  };
}

function whereToListen(
  link: RecordingMail["link"],
  { timezone, recordingSid }: { readonly timezone: string; readonly recordingSid: string },
): readonly [label: string, where: string] {
  if (link !== undefined)
    return ["Listen to the call", `The link works until ${formatTime(link.expiresAt, timezone)}.`];
  return [
    "",
    `There is no link to listen, because LINK_SECRET is not set. The recording is in your Twilio account: ${recordingSid}.`,
  ];
}
