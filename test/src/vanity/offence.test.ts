/**
 * Nothing offends: by a scan of its own over the deny list, by the matcher of the package `obscenity`, and in what is said of the
 * words. Some of the 100,000 numbers here, all of them with `npm run test:offence`, which takes a few minutes.
 */
import { scanFor } from "../../../bench/vanity/denied-in";
import { anyDigits, drawFrom, northAmerican } from "../../../bench/vanity/random-numbers";
import { readDeniedWords } from "../../../src/build/vanity/read-denied-words";
import type { WordFiles } from "../../../src/runtime/vanity/word-files";
import { spell } from "../../../src/vanity/spell";
import type { DefinitionRef } from "../../../src/vanity/spell-options";
import type { Spelling } from "../../../src/vanity/spelling";
import reviewed from "../../oracles/reviewed-spellings.json";
import { obscenityHits } from "./obscenity-hits";
import { MAKING_WORDS_MS, openBuiltWords } from "./open-built-words";

const all = process.env.EVERY_SPELLING === "1";
const PATIENCE_MS = all ? 1_800_000 : 60_000;
const numbers = (() => {
  const draw = drawFrom(1_234_567);
  return Array.from({ length: 100_000 }, (_, index) => (index % 10 === 9 ? anyDigits : northAmerican)(draw));
})();

let files: WordFiles;
beforeAll(async () => {
  files = await openBuiltWords();
}, MAKING_WORDS_MS);

/** What is found in the spellings of the first of the numbers, spelling by spelling, where there is something. */
function sift<T>(count: number, find: (found: Spelling<DefinitionRef>) => readonly T[]) {
  let spellings = 0;
  const hits: { readonly spelling: string; readonly found: readonly T[] }[] = [];
  for (const number of numbers.slice(0, all ? numbers.length : count))
    for (const result of spell(number, { lexicon: files.lexicon })) {
      const found = find(result);
      if (found.length > 0) hits.push({ spelling: result.spelling, found });
      spellings++;
    }
  return { hits, spellings };
}

test(
  "no denied string can be read into a spelling",
  async () => {
    const { denied } = await readDeniedWords();
    const scan = scanFor([...denied].filter(({ length }) => length >= 3 && length <= 12));
    expect(sift(25_000, scan).hits).toEqual([]);
  },
  PATIENCE_MS,
);

describe("the scan", () => {
  const scan = scanFor(["ass", "shit", "penis", "tit", "cock", "cum"]);
  const shown = (spelling: string, ...words: string[]) => ({
    spelling,
    words: words.map((word) => ({ text: word.toLowerCase(), shown: word })),
  });

  test.each([
    ["a word that is denied", shown("212-SHIT-123", "SHIT"), "shit"],
    ["two words together", shown("212-AS-SHE-52", "AS", "SHE"), "ass"],
    ["a digit beside a word", shown("212-5-HIT-981", "HIT"), "shit"],
    ["words between digits", shown("212-0-PEN-1S-0", "PEN"), "penis"],
    ["a letter twice", shown("212-SHH-ITEM", "SHH", "ITEM"), "shit"],
    ["words that reach into the area code", shown("SH-IT-234567", "SH", "IT"), "shit"],
    [
      "a digit that is another letter, too",
      { ...shown("212-T1T-9000"), words: [{ text: "tlt", shown: "T1T" }] },
      "tit",
    ],
  ])("sees %s", (_what, found, denied) => {
    expect(scan(found)).toContain(denied);
  });

  test.each([
    ["within a word", shown("212-GRASS-12", "GRASS")],
    [
      "within a word whose digit is a letter of it",
      { ...shown("212-GRA55-12"), words: [{ text: "grass", shown: "GRA55" }] },
    ],
    ["in digits alone, which are the caller's", shown("212-455-OWLS", "OWLS")],
    ["in the digits of an area code", shown("717-OWLS-234", "OWLS")],
  ])("lets be what stands %s", (_what, found) => {
    expect(scan(found)).toEqual([]);
  });
});

test(
  "what `obscenity` takes for an obscenity is rare, and was reviewed",
  () => {
    const { hits, spellings } = sift(8000, ({ spelling }) => obscenityHits(spelling));
    const known: Readonly<Record<string, string>> = reviewed;
    const names = hits.flatMap(({ found }) => found.map(({ shown, takenFor }) => `${shown} (${takenFor})`));
    expect([...new Set(names)].filter((name) => known[name] === undefined)).toEqual([]);
    expect(hits.length / spellings).toBeLessThanOrEqual(0.0001);
  },
  PATIENCE_MS,
);

test(
  "every word that is told has a meaning that can be told to anybody",
  () => {
    const meanings = new Map<string, string>();
    for (const number of numbers.slice(0, all ? numbers.length : 5000))
      for (const { words } of files.spell(number).slice(0, 3))
        for (const { text, definition } of words) meanings.set(text, definition);
    expect(meanings.size).toBeGreaterThan(1000);
    const isSpoken = (meaning: string) => /[a-z]{2}/i.test(meaning) && meaning.length <= 130;
    expect([...meanings].filter(([, meaning]) => !isSpoken(meaning))).toEqual([]);
    expect([...meanings].filter(([, meaning]) => HURTFUL.test(meaning))).toEqual([]);
  },
  PATIENCE_MS,
);

/** Written down here again, so that the lexicon is not judged by its own pattern. Words as a whole: Uranus is a planet. */
const HURTFUL = new RegExp(
  `\\b(?:${[
    "(?:offensive|vulgar) (?:terms?|words?|names?|slang)|derogatory|disparaging|obscene|slur|sexual(?:ly)?",
    "genital(?:s|ia)?|penis|vagina|anus|testicles?|intercourse|copulat\\w+|masturbat\\w+|buttocks",
    "prostitutes?|pornograph\\w+|whores?|nigger|homosexual|f(?:a?e)ces|excrement|urinate",
  ].join("|")})\\b`,
  "i",
);
