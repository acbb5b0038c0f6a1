import type { Caller } from "../../telephony/caller";
import { type CountryCode, countryOf } from "../../telephony/e164";
import type { Locale } from "./office";

/** Countries whose first language is none of ours, but where one of ours is a language of the state or of business. */
const SECOND_LANGUAGES: Readonly<Record<Locale, readonly CountryCode[]>> = {
  en: ["FJ", "GH", "HK", "IN", "KE", "LS", "MT", "NA", "PG", "PH", "PK", "SL", "SZ", "TZ", "UG", "WS", "ZW"],
  es: ["PY"],
  fr: ["BI", "CF", "DZ", "HT", "KM", "MA", "MG", "ML", "NE", "RW", "SN", "TD", "TN"],
};

/**
 * The language in which a caller is met who is not asked: of those that the office speaks the one of the number's
 * country, else the office's first.
 */
export function languageOf(caller: Caller, languages: readonly Locale[]): Locale {
  const country = caller.kind === "number" ? countryOf(caller.number) : undefined;
  const spoken = country === undefined ? undefined : languages.find((locale) => isSpokenIn(locale, country));
  return spoken ?? firstLanguage(languages);
}

/** The policy names one at least. */
export function firstLanguage([first = "en"]: readonly Locale[]): Locale {
  return first;
}

/** @see https://cldr.unicode.org/index/cldr-spec/transmitting-likely-subtags which Intl knows */
function isSpokenIn(locale: Locale, country: CountryCode): boolean {
  if (SECOND_LANGUAGES[locale].includes(country)) return true;
  return new Intl.Locale(`und-${country}`).maximize().language === locale;
}
