import type { Line } from "../line";
import { firstLanguage } from "./language-of";
import { textIn } from "./local-text";
import type { Locale, Office } from "./office";
import { promptIn } from "./prompts/prompt-in";

/** Whose mailbox it is, and in which language the caller is spoken to. */
export interface Mailbox {
  readonly office: Office;
  readonly line: Pick<Line, "voicemail">;
  readonly locale: Locale;
  /** Its id; undefined, or unknown: the line's mailbox. */
  readonly department: string | undefined;
}

/**
 * What a message is asked for with: the department's own greeting, else a prompt with its name. The line's greeting is in
 * the office's first language; others hear a prompt.
 */
export function mailboxGreeting({ office, line, locale, department: id }: Mailbox): string {
  const { languages, departments } = office;
  const department = id !== undefined && Object.hasOwn(departments, id) ? departments[id] : undefined;
  if (department === undefined) {
    const isFirst = locale === firstLanguage(languages);
    return isFirst ? line.voicemail.greeting : promptIn(locale, "leaveMessage");
  }
  const own = textIn(department.voicemail.greeting, locale, languages);
  const name = textIn(department.name, locale, languages);
  if (own !== undefined) return own;
  return name === undefined
    ? promptIn(locale, "leaveMessage")
    : promptIn(locale, "leaveMessageFor", { name });
}
