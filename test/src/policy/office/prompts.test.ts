import { readFileSync } from "node:fs";
import { languageTag } from "../../../../src/policy/office/language-tag";
import { textIn } from "../../../../src/policy/office/local-text";
import { LOCALES, type Locale } from "../../../../src/policy/office/office";
import { type PromptName, prompts } from "../../../../src/policy/office/prompts/index";
import { promptIn } from "../../../../src/policy/office/prompts/prompt-in";
import { speakable } from "../../../../src/twiml/speakable";

const names = Object.keys(prompts.en).filter((name): name is PromptName => name in prompts.en);
const others = LOCALES.filter((locale): locale is Exclude<Locale, "en"> => locale !== "en");
const SAME_IN_FRENCH = "plus";
const placesIn = (text: string) => (text.match(/\{[^}]*\}/g) ?? []).sort();

describe("the prompts are complete in every language", () => {
  test.each(others)("%s lacks none, has none too many, and fills in the same", (locale) => {
    expect(Object.keys(prompts[locale]).sort()).toEqual([...names].sort());
    for (const name of names)
      expect([name, ...placesIn(prompts[locale][name])]).toEqual([name, ...placesIn(prompts.en[name])]);
  });

  test("none is still in another language", () => {
    for (const name of names.filter((each) => each !== SAME_IN_FRENCH))
      expect([name, new Set(LOCALES.map((locale) => prompts[locale][name])).size]).toEqual([
        name,
        LOCALES.length,
      ]);
  });

  test.each(LOCALES)(
    "%s: each can be spoken, holds no numeral, and names a tone, for a beep is an event",
    (locale) => {
      for (const text of Object.values(prompts[locale])) {
        expect(text).toBe(speakable(text).trim());
        expect(text).toMatch(/\p{Letter}/u);
        expect(text).not.toMatch(/\p{Number}|[#*<>&]|\b(beep|ringing|silence)\b/iu);
        expect(text).not.toMatch(/ {2}/);
      }
    },
  );

  test.each(LOCALES)("%s: each is a whole sentence, or words that go into one, as in English", (locale) => {
    const isSentence = (text: string) => /[.?!:]$/.test(text);
    for (const name of names) {
      const text = prompts[locale][name];
      expect([name, isSentence(text)]).toEqual([name, isSentence(prompts.en[name])]);
      if (isSentence(text)) expect(text).toMatch(/^[¿¡]?(\p{Lu}|\{)/u);
      else expect(text).toMatch(/^\p{Ll}/u);
    }
  });
});

describe("what is filled in", () => {
  test("stands where the prompt has it", () => {
    expect(promptIn("en", "entry", { name: "parts", key: "1" })).toBe("For parts, press 1.");
    expect(promptIn("es", "entry", { name: "ventas", key: "1" })).toBe("Para ventas, marque 1.");
    expect(promptIn("fr", "entry", { name: "les ventes", key: "1" })).toBe("Pour les ventes, tapez 1.");
  });
  test("is taken as it is, braces and dollars too", () => {
    expect(promptIn("en", "entry", { name: "{key} $& $1", key: "2" })).toBe("For {key} $& $1, press 2.");
  });
});

describe("a text for a caller", () => {
  test.each<[string, Parameters<typeof textIn>, string | undefined]>([
    ["is in the caller's language", [{ en: "Hi", es: "Hola" }, "es", ["en", "es"]], "Hola"],
    ["else in the office's first", [{ en: "Hi", fr: "Bonjour" }, "es", ["fr", "en"]], "Bonjour"],
    ["else in the next one", [{ en: "Hi" }, "es", ["fr", "es", "en"]], "Hi"],
    ["else in any", [{ en: "Hi" }, "es", ["es"]], "Hi"],
    ["empty is not written", [{ en: "Hi", es: "" }, "es", ["en"]], "Hi"],
    ["is none where none is written", [{}, "en", ["en"]], undefined],
    ["is none where there is none", [undefined, "en", ["en"]], undefined],
  ])("%s", (_name, [text, locale, languages], expected) => {
    expect(textIn(text, locale, languages)).toBe(expected);
  });
});

describe("the tag of a language", () => {
  /** The helper library's own lists, which Twilio generates. */
  const library = readFileSync(require.resolve("twilio/lib/twiml/VoiceResponse.d.ts"), "utf8");
  const listOf = (type: string) =>
    new RegExp(`type ${type} = ([^;]+);`).exec(library)?.[1]?.split(" | ") ?? [];

  test.each(LOCALES)("%s can be spoken and understood by Twilio", (locale) => {
    expect(listOf("SayLanguage")).toContain(`"${languageTag(locale)}"`);
    expect(listOf("GatherLanguage")).toContain(`"${languageTag(locale)}"`);
    expect(new Intl.Locale(languageTag(locale)).language).toBe(locale);
  });
});
