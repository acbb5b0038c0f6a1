import { escapeHtml } from "./escape-html";
import { formatLength } from "./format-length";
import { formatTime } from "./format-time";
import type { MailMessage } from "./mailer";
import { oneLine } from "./one-line";

/** What the mail about one voicemail tells. */
export interface VoicemailMail {
  readonly to: string;
  readonly recordingSid: string;
  /** The caller's name: from the line's contacts, or the one Twilio looked up. */
  readonly name?: string | undefined;
  /** The caller's number as people write it, or a SIP address. */
  readonly number?: string | undefined;
  readonly isWithheld: boolean;
  readonly lineName?: string | undefined;
  /** The department whose mailbox it was left in. */
  readonly departmentName?: string | undefined;
  readonly seconds?: number | undefined;
  readonly receivedAt: Date;
  /** IANA timezone of the owner. */
  readonly timezone: string;
  readonly transcript?: string | undefined;
  readonly transcription: "awaited" | "none" | "completed" | "failed";
  /** Absent when links cannot be signed. */
  readonly link?: { readonly url: string; readonly expiresAt: Date } | undefined;
}

const WITHOUT_TRANSCRIPT: Readonly<Record<VoicemailMail["transcription"], string>> = {
  awaited: "The transcript had not come when this mail was sent.",
  none: "There is no transcript of this message.",
  completed: "Twilio heard no words in this message.",
  failed: "Twilio could not transcribe this message.",
};

/** Writes the mail to the owner. What callers can choose (name, words) is made one line, or escaped. */
export function renderVoicemailMail(mail: VoicemailMail): MailMessage {
  const who = oneLine(mail.name ?? "") || oneLine(mail.number ?? "") || "Unknown caller";
  const length = mail.seconds === undefined ? "" : ` (${formatLength(mail.seconds)})`;
  const subject = `Voicemail from ${who}${length}`;
  const facts = renderFacts(mail, who);
  const words = mail.transcript ?? WITHOUT_TRANSCRIPT[mail.transcription];
  return {
    to: mail.to,
    subject,
    text: [
      `${subject}.`,
      facts.map(([label, fact]) => `${label}: ${fact}`).join("\n"),
      words,
      listenText(mail),
    ]
      .join("\n\n")
      .concat("\n"),
    html: [
      '<!doctype html><html lang="en"><meta charset="utf-8"><body style="font-family:sans-serif">',
      `<h1 style="font-size:1.2em">${escapeHtml(subject)}</h1>`,
      `<p>${facts.map(([label, fact]) => `${label}: ${escapeHtml(fact)}`).join("<br>")}</p>`,
      `<p style="white-space:pre-wrap">${escapeHtml(words)}</p>`,
      `<p>${listenHtml(mail)}</p></body></html>`,
    ].join("\n"),
  };
}

function renderFacts(mail: VoicemailMail, who: string): [label: string, fact: string][] {
  const { isWithheld, receivedAt, timezone } = mail;
  const to = [mail.departmentName, mail.lineName].filter((name) => name !== undefined && name !== "");
  const number = isWithheld ? "number withheld" : oneLine(mail.number ?? "");
  const from = [who, number].filter((part, index, all) => part !== "" && all.indexOf(part) === index);
  return [
    ["From", from.join(", ")],
    ...(to.length === 0 ? [] : [["To", oneLine(to.join(", "))] satisfies [string, string]]),
    ["Received", formatTime(receivedAt, timezone)],
  ];
}

const NO_LINK =
  "There is no link to listen, because LINK_SECRET is not set. The recording is in your Twilio account";

function listenText({ link, recordingSid, timezone }: VoicemailMail): string {
  if (link === undefined) return `${NO_LINK}: ${recordingSid}.`;
  return `Listen: ${link.url}\nThe link works until ${formatTime(link.expiresAt, timezone)}.`;
}

function listenHtml({ link, recordingSid, timezone }: VoicemailMail): string {
  if (link === undefined) return escapeHtml(`${NO_LINK}: ${recordingSid}.`);
  const until = escapeHtml(formatTime(link.expiresAt, timezone));
  return `<a href="${escapeHtml(link.url)}">Listen to the message</a><br>The link works until ${until}.`;
}
