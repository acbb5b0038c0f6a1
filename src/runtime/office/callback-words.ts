import type { Callback } from "../../policy/office/callback-queue";
import { departmentName } from "../../policy/office/department-of";
import { firstLanguage } from "../../policy/office/language-of";
import { languageTag } from "../../policy/office/language-tag";
import type { Locale } from "../../policy/office/office";
import type { Words } from "../../twiml/render-callback";
import { lineOf } from "../parties";
import type { CallWiring } from "../wiring";

/** Words in the office's first language, in which its telephones are spoken to. */
export function callbackWords(wiring: CallWiring, say: (locale: Locale) => string): Words {
  const locale = firstLanguage(wiring.policy().office?.languages ?? []);
  return { say: say(locale), language: languageTag(locale) };
}

/** Whom a call-back is for: its department, or, where that has no name, its line. */
export function calledName(wiring: CallWiring, { department, line }: Callback, locale: Locale): string {
  const policy = wiring.policy();
  return departmentName(policy.office, department, locale) ?? lineOf(policy, line)?.name ?? department;
}

/** When somebody asked, in the time of the office: the time of day, and on another day the weekday. */
export function spokenTime(wiring: CallWiring, askedAt: string, locale: Locale): string {
  const timeZone = wiring.policy().timezone;
  const format = (instant: Date, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(languageTag(locale), { ...options, timeZone })
      .format(instant)
      .replace(/\s/g, " ");
  const [asked, now] = [new Date(askedAt), wiring.now()];
  const time = format(asked, { hour: "numeric", minute: "2-digit" });
  const isToday = format(asked, { dateStyle: "short" }) === format(now, { dateStyle: "short" });
  return isToday ? time : `${time}, ${format(asked, { weekday: "long" })}`;
}
