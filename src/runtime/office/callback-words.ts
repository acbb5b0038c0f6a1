import { languageTag } from "../../policy/office/language-tag";
import { textIn } from "../../policy/office/local-text";
import type { Locale } from "../../policy/office/office";
import type { Words } from "../../twiml/render-callback";
import type { CallWiring } from "../wiring";

/** Words in the office's first language, in which its telephones are spoken to. */
export function callbackWords(
  wiring: CallWiring,
  say: (locale: Locale, name: (department: string) => string) => string,
): Words {
  const { office } = wiring.policy();
  const languages = office?.languages ?? [];
  const locale = languages[0] ?? "en";
  const name = (id: string) => textIn(office?.departments[id]?.name, locale, languages) ?? id;
  return { say: say(locale, name), language: languageTag(locale) };
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
