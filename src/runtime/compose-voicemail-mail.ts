import { findContact } from "../contacts/find-contact";
import { formatNumber } from "../mail/format-number";
import { MailRefused } from "../mail/mail-refused";
import type { MailMessage } from "../mail/mailer";
import { renderVoicemailMail } from "../mail/render-voicemail-mail";
import type { Line, Policy } from "../policy/line";
import { departmentName, departmentOf } from "../policy/office/department-of";
import { firstLanguage } from "../policy/office/language-of";
import type { Voicemail } from "../policy/voicemail";
import { type Caller, parseCaller } from "../telephony/caller";
import type { RecordingSid } from "../telephony/sids";
import { lineOf } from "./parties";
import { signedLink } from "./signed-link";
import type { Wiring } from "./wiring";

/**
 * The mail about a voicemail, to the address of its department, else of its line, else the owner's.
 * @throws MailRefused when none has one
 */
export function composeVoicemailMail(
  wiring: Wiring,
  recordingSid: RecordingSid,
  voicemail: Voicemail,
): MailMessage {
  const policy = wiring.policy();
  const { country, timezone, owner } = policy;
  const line = voicemail.to === undefined ? undefined : lineOf(policy, voicemail.to);
  const department = departmentOf(policy.office, voicemail.department ?? "");
  const to = department?.voicemail.email ?? line?.voicemail.email ?? owner.email;
  if (to === undefined)
    throw new MailRefused("no address: neither the line's voicemail.email nor owner.email is set");
  const caller = voicemail.from === undefined ? undefined : parseCaller(voicemail.from, country);
  const at = new Date(voicemail.at);
  return renderVoicemailMail({
    ...voicemail,
    to,
    recordingSid,
    timezone,
    name: contactName(wiring, line, caller) || voicemail.callerName,
    number: caller && describeCaller(caller, country),
    isWithheld: caller?.kind === "withheld",
    lineName: line?.name,
    departmentName: departmentNameOf(policy, voicemail),
    receivedAt: Number.isNaN(at.getTime()) ? wiring.now() : at,
    link: signedLink(wiring, recordingSid),
  });
}

/** In the language that the office's people are spoken to in. */
function departmentNameOf({ office }: Policy, { department }: Voicemail): string | undefined {
  if (office === undefined || department === undefined) return undefined;
  return departmentName(office, department, firstLanguage(office.languages));
}

/** A book that cannot be read costs the mail its caller's name, never the mail. */
function contactName(wiring: Wiring, line: Line | undefined, caller: Caller | undefined): string | undefined {
  if (line === undefined || caller?.kind !== "number") return undefined;
  try {
    return findContact(wiring.contactsIndex(line.contacts), caller.number);
  } catch {
    wiring.log("contacts-unreadable", {});
    return undefined;
  }
}

function describeCaller(caller: Caller, country: string): string | undefined {
  switch (caller.kind) {
    case "number":
      return formatNumber(caller.number, country);
    case "sip":
      return caller.uri;
    case "client":
      return caller.name;
    case "unparsable":
      return caller.text;
    case "withheld":
      return undefined;
  }
}
