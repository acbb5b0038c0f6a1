import fc from "fast-check";
import { createTwimlJudge } from "../../../../local-twilio/judge/twiml";
import { parseSsml } from "../../../../local-twilio/studio/twiml/parse-ssml";
import type { LanguageTag } from "../../../../src/policy/office/language-tag";
import { languageTag } from "../../../../src/policy/office/language-tag";
import { LOCALES } from "../../../../src/policy/office/office";
import {
  askSpeech,
  chooseSpeech,
  type Listener,
  type Told,
  tellSpeeches,
} from "../../../../src/policy/vanity/vanity-speech";
import { plainSpeech, renderSpeech } from "../../../../src/twiml/render-speech";
import type { Spelling } from "../../../../src/vanity/spelling";
import { LUV, MORE, NUMBER, PLAIN, spelling, TAB, TOO, vanityNumber } from "./vanity-samples";

const ENGLISH: Listener = { locale: "en", country: "US", offersText: true };
const CHOICES = "To hear this again, press 1. To try another number, press 2.";
const BY_TEXT = "To get all of them as a text message, press 3.";

function told(results: readonly Spelling[], change: Partial<Told> = {}): Told {
  return { number: NUMBER, isOwn: true, results, spellable: 7, ...change };
}
const said = (what: Told, listener: Listener = ENGLISH) => plainSpeech(tellSpeeches(what, listener)[0] ?? []);
const ssml = (what: Told, listener: Listener = ENGLISH) =>
  renderSpeech(tellSpeeches(what, listener), languageTag(listener.locale));

describe("a number is told", () => {
  test("by three spellings, each in its order, then what its words are dialled by and mean", () => {
    expect(said(told([TAB, TOO, LUV, MORE, PLAIN]))).toBe(
      "Your number spells: 8 6 6, 5, tab, 9 8 1. tab: 8 2 2. the bill in a restaurant. " +
        "Or: 8 6 6, 5, too, 9 8 1. too: 8 6 6. to a degree exceeding normal limits. " +
        `Or: luv, 5 8 2 2, 9 8 1. luv: 5 8 8. a term of endearment. ${CHOICES} ${BY_TEXT}`,
    );
  });

  test("with 250 ms inside of a spelling, and 700 between two of them", () => {
    expect(ssml(told([TAB, TOO, LUV]))).toContain(
      '<break time="250ms"/> tab: 8 2 2. <break time="250ms"/> the bill in a restaurant. <break time="700ms"/> Or: 8 6 6,',
    );
  });

  test("look-alikes are named, each once", () => {
    const gown = spelling("866-G0WN-981", [["G0WN", "a long dress", "gown"]]);
    expect(said(told([gown]))).toContain(
      "8 6 6, gown with a 0 for the O, 9 8 1. gown: 4 0 9 6. a long dress.",
    );
    const igloo = spelling("866-1GL00-98", [["1GL00", "a house of snow", "igloo"]]);
    expect(said(told([igloo]))).toContain("igloo with a 1 for the I and a 0 for the O, 9 8.");
  });

  test("with fewer than three spellings in words it says why there are no more", () => {
    expect(said(told([TAB, PLAIN]))).toContain(
      "There are no more words in it: zeros and ones carry no letters.",
    );
    const clear = told([spelling("822-5822", [["TAB", "a bill"]])], { number: vanityNumber("8225822") });
    expect(said(clear)).toContain("There are no more words in it. ");
    const tollFree = { number: vanityNumber(["+1800", "8225822"].join("")) };
    expect(said(told([TAB], tollFree))).toContain("There are no more words in it. ");
    // Of three none is missing, also where fewer are said.
    const versions = tellSpeeches(told([TAB, TOO, LUV]), ENGLISH).map(plainSpeech);
    expect(versions.join()).not.toContain("no more words");
  });

  test("without any word, by its digits in groups", () => {
    expect(said(told([PLAIN, MORE]))).toBe(
      "No words are in this number: zeros and ones carry no letters. It is easiest to say like this: " +
        `8 6 6, 5 8 2, 2 9, 8 1. ${CHOICES} ${BY_TEXT}`,
    );
    expect(said(told([PLAIN], { number: vanityNumber("5558888") }))).toContain(
      "No words are in this number. It",
    );
  });

  test("another's by its own digits, with its country's code where that is another country", () => {
    expect(said(told([TAB], { isOwn: false }))).toMatch(/^6 4 6, 5 5 5, 0 1 4 2 spells: /);
    expect(said(told([TAB], { isOwn: false }), { ...ENGLISH, country: "GB" })).toMatch(/^plus 1, 6 4 6, /);
    expect(said(told([TAB], { isOwn: false, number: vanityNumber("5550142") }))).toMatch(
      /^5 5 5, 0 1 4 2 spells: /,
    );
  });

  test("a word is explained once", () => {
    const twice = said(told([TAB, spelling("866-58-22-TAB", [["TAB", "the bill in a restaurant"]])]));
    expect(twice.match(/the bill/g)).toHaveLength(1);
  });

  test("a text message is offered to whom it may be sent", () => {
    expect(said(told([TAB]), { ...ENGLISH, offersText: false })).not.toContain("text message");
  });

  test("letters that are no word of it are said one by one, and a word that is not in it not at all", () => {
    expect(said(told([spelling("866-XYZ-2981", [["TAB", "the bill"]])]))).toMatch(
      /^Your number spells: 8 6 6, X Y Z, 2 9 8 1\. tab: /,
    );
  });

  test("a word across a hyphen is one word", () => {
    expect(said(told([spelling("866-5T-AB-981", [["TAB", "the bill"]])]))).toContain("8 6 6, 5, tab, 9 8 1.");
  });

  test("a long definition ends with a clause, or else with a word", () => {
    const clauses = `first, ${"second words ".repeat(10)}, ${"third words ".repeat(10)}`;
    expect(said(told([spelling("TAB-5822981", [["TAB", clauses]])]))).toMatch(
      /8 2 2\. first, (?:second words ?){10}\. There/,
    );
    expect(said(told([spelling("TAB-5822981", [["TAB", `so, ${"word ".repeat(100)}`]])]))).toMatch(
      /8 2 2\. so, (?:word ?){31}\. There/,
    );
  });
});

test("English words are marked as English in other languages, and only there", () => {
  const spanish = ssml(told([TAB]), { ...ENGLISH, locale: "es" });
  expect(spanish).toContain(
    '8 6 6, <break time="250ms"/> 5, <break time="250ms"/> <lang xml:lang="en-US">tab,</lang>',
  );
  expect(spanish).toContain('<lang xml:lang="en-US">the bill in a restaurant.</lang>');
  expect(ssml(told([TAB]))).not.toContain("lang");
});

test("a question, and the choices, after a word about why", () => {
  expect(plainSpeech(askSpeech(ENGLISH, "vanityWithheld"))).toBe(
    "Your number is not shown to us, but any other can be spelled. Please enter the number, with its area code, and then press pound.",
  );
  expect(plainSpeech(chooseSpeech(ENGLISH, "vanityTextSent"))).toBe(
    `The text message is on its way to you. ${CHOICES} ${BY_TEXT}`,
  );
  expect(renderSpeech([chooseSpeech(ENGLISH)], "en-US")).toBe(`${CHOICES} ${BY_TEXT}`);
});

const sign = fc.constantFrom(..."ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".split(""));
const signs = (most: number) =>
  fc.array(sign, { minLength: 1, maxLength: most }).map((list) => list.join(""));
const anySpelling = fc
  .record({
    shown: signs(31),
    words: fc.array(
      fc.tuple(
        signs(15),
        fc.oneof(fc.string({ unit: "binary" }), fc.constant('a & b < c > "d". '.repeat(40))),
      ),
      { maxLength: 7 },
    ),
  })
  .map(({ shown, words }) => spelling(shown, words));
const judge = createTwimlJudge();

/** What Studio makes of the text of a widget, judged by Twilio's grammar. */
function complaints(text: string, language: LanguageTag): readonly string[] {
  expect(parseSsml(text).some((part) => typeof part === "string" && /[<>&]/.test(part))).toBe(false);
  return judge(`<Response><Gather><Say language="${language}">${text}</Say></Gather></Response>`);
}

test("whatever is told is well-formed, is allowed by Twilio's grammar, and fits; the choices are always heard", () => {
  fc.assert(
    fc.property(
      fc.array(anySpelling, { maxLength: 6 }),
      fc.constantFrom(...LOCALES),
      fc.boolean(),
      (results, locale, isOwn) => {
        const listener = { ...ENGLISH, locale };
        const text = ssml(told(results, { isOwn }), listener);
        expect(complaints(text, languageTag(locale))).toEqual([]);
        // https://www.twilio.com/docs/voice/twiml/say "limit of 4096 characters"
        expect(text.length).toBeLessThanOrEqual(4096);
        expect(text).toContain(plainSpeech(chooseSpeech(listener)));
      },
    ),
    { numRuns: 50 },
  );
});

test.each(LOCALES)(
  "%s: three spellings of two words, each with the longest definition there is, are all heard",
  (locale) => {
    // As long as the lexicon has them.
    const definition = `a thing that one can picture ${"and so on ".repeat(8)}`;
    const results = ["TAB", "TOO", "LUV"].map((shown) =>
      spelling(`866-${shown}-BIRD-9`, [
        [shown, definition],
        ["BIRD", definition],
      ]),
    );
    const text = ssml(told(results), { ...ENGLISH, locale });
    expect(text.match(/a thing that one can picture/g)).toHaveLength(4);
  },
);

test.each(LOCALES)("%s: of more than fits every word is still heard, and less of what it means", (locale) => {
  const results = [..."ABC"].map((first) => {
    const words = [..."ABCDEFG"].map((second) => first + second);
    return spelling(
      words.join("-"),
      words.map((word) => [word, "so many words ".repeat(20)]),
    );
  });
  const listener = { ...ENGLISH, locale };
  const text = ssml(told(results), listener);
  expect(text.length).toBeLessThanOrEqual(4096);
  expect(text).toContain(plainSpeech(chooseSpeech(listener)));
  for (const { words } of results) for (const word of words) expect(text).toContain(`${word.text}:`);
});
