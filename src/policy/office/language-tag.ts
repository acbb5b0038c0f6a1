import type { Locale } from "./office";

/** Of each language the variety that Twilio both speaks and understands, and that most callers are at home in. */
const TAGS = { en: "en-US", es: "es-MX", fr: "fr-FR" } as const satisfies Readonly<Record<Locale, string>>;
export type LanguageTag = (typeof TAGS)[Locale];

/**
 * A language as Twilio names it: for `<Say language>` and `<Gather language>` alike.
 * @see https://www.twilio.com/docs/voice/twiml/say#language https://www.twilio.com/docs/voice/twiml/gather#languagetags
 */
export function languageTag(locale: Locale): LanguageTag {
  return TAGS[locale];
}
