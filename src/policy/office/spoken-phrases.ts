import { firstLanguage } from "./language-of";
import { textIn } from "./local-text";
import { type Phrase, wordsOf } from "./match-speech";
import { BACK_KEY, languageKeys, OPERATOR_KEY, REPEAT_KEY } from "./menu-facts";
import type { Locale, Menu, Office } from "./office";
import { spokenWords } from "./spoken-words";

/** The languages that a caller may answer in: the caller's, and the office's first. */
function languagesOf(locale: Locale, languages: readonly Locale[]): readonly Locale[] {
  return [...new Set([locale, firstLanguage(languages)])];
}

/** What may be said in a menu, each meaning a key: the names of its entries, the numbers, and what callers wish anywhere. */
export function menuPhrases(menu: Menu, locale: Locale, { languages }: Pick<Office, "languages">): Phrase[] {
  const spoken = languagesOf(locale, languages);
  const names = menu.entries.flatMap(({ key, name }) =>
    spoken.flatMap((language) => {
      const text = textIn(name, language, languages);
      return text === undefined ? [] : [{ means: key, text, kind: "name" as const }];
    }),
  );
  const isTaken = (key: string) => menu.entries.some((entry) => entry.key === key);
  return [...names, ...keyPhrases(spoken), ...spoken.flatMap((language) => wishes(language, isTaken))];
}

/** What may be said when asked for a language: its name in any of them, or its number. */
export function languagePhrases({ languages }: Pick<Office, "languages">): Phrase[] {
  const names = languageKeys(languages).flatMap(([key, locale]) =>
    languages.map((language) => ({
      means: key,
      text: languageName(locale, language),
      kind: "name" as const,
    })),
  );
  return [...names, ...keyPhrases(languages)];
}

/** Words that say nothing about what is wanted, in the languages that a caller may answer in. */
export function fillersIn(locale: Locale, languages: readonly Locale[]): ReadonlySet<string> {
  return new Set(languagesOf(locale, languages).flatMap((language) => spokenWords[language].fillers));
}

/** @see https://www.twilio.com/docs/voice/twiml/gather#hints "up to 500 words or phrases … up to 100 characters each" */
const MOST_HINTS = 500;
const LONGEST_HINT = 100;

/** What speech recognition is told to expect, names before numbers; a comma would part a name. */
export function hintsOf(phrases: readonly Phrase[]): string[] {
  const hints = phrases.map(({ text }) => text.replace(/[\s,]+/g, " ").trim());
  return [...new Set(hints)]
    .filter((hint) => wordsOf(hint).length > 0 && hint.length <= LONGEST_HINT)
    .slice(0, MOST_HINTS);
}

function keyPhrases(languages: readonly Locale[]): Phrase[] {
  return languages.flatMap((language) =>
    Object.entries(spokenWords[language].keys).flatMap(([key, words]) =>
      [...words, ...(/\d/.test(key) ? [key] : [])].map((text) => ({
        means: key,
        text,
        kind: "number" as const,
      })),
    ),
  );
}

/** A wish whose key is an entry's is none. */
function wishes(language: Locale, isTaken: (key: string) => boolean): Phrase[] {
  const keys = ([OPERATOR_KEY, BACK_KEY, REPEAT_KEY] as const).filter((key) => !isTaken(key));
  return keys.flatMap((key) =>
    spokenWords[language].wishes[key].map((text) => ({ means: key, text, kind: "wish" as const })),
  );
}

/** @see https://cldr.unicode.org/translation/displaynames which Intl knows */
function languageName(locale: Locale, language: Locale): string {
  return new Intl.DisplayNames([language], { type: "language" }).of(locale) ?? locale;
}
