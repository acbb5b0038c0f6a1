/** Nothing denied can be read into a spelling: planted strings, and the best of what is left, against every segmentation. */
import fc from "fast-check";
import { encodeLexicon } from "../../../src/vanity/encode-lexicon";
import { type Lexicon, openLexicon } from "../../../src/vanity/open-lexicon";
import { spell } from "../../../src/vanity/spell";
import { everySegmentation, type Piece, type Worded, wordsByKeys } from "./every-segmentation";
import { lexiconOf } from "./small-lexicon";

/** The spellings of a number that has no digits of its own before its last seven. */
const faces = (digits: string, lexicon: Lexicon, ownWord?: string): string[] =>
  spell(`222${digits}`, {
    lexicon,
    ...(ownWord === undefined ? {} : { ownWords: [{ word: ownWord, definition: "ours" }] }),
  }).map(({ spelling }) => spelling.slice(4).replaceAll("-", ""));

// AS-SHE-52, 20-PEN-IS and 5-HIT-981 are what 004 showed for want of such a filter.
describe("what is denied is not shown", () => {
  test.each([
    ["across two words", "as she", "ass", "2774352", "ASSHE52"],
    ["across words and digits before them", "pen is", "penis", "2073647", "20PENIS"],
    ["with a digit before a word for its first letter", "hit", "shit", "5448981", "5HIT981"],
    ["with a digit after a word for its last letter", "as", "ass", "2752222", "AS52222"],
    ["with a digit between words for a letter", "ash two", "shit", "2741896", "ASH1TWO"],
    ["with a 1 for an L", "bus utz", "slut", "2871889", "BUS1UTZ"],
    ["across three words", "to fu ck", "fuck", "8638252", "TOFUCK2"],
    ["with a letter doubled", "fuu ck", "fuck", "3882522", "FUUCK22"],
    ["with a letter doubled by the next word", "fu uck", "fuck", "3882522", "FUUCK22"],
    ["in a look-alike that is another letter, too", "tlt", "tit", "8182222", "T1T2222"],
    ["with the doubled letter of a denied string doubled again", "as ssh", "ass", "2777422", "ASSSH22"],
  ])("%s", (_how, words, denied, digits, face) => {
    expect(faces(digits, lexiconOf(words))).toContain(face);
    expect(faces(digits, lexiconOf(words, denied))).not.toContain(face);
  });
});

describe("what is not denied is shown", () => {
  test.each([
    ["a denied string within a word", "cockpit", "cock", "2625748", "COCKPIT"],
    ["one within a word, with a letter doubled", "bullets", "bulet", "2855387", "BULLETS"],
    ["one within a word that has a digit for a letter of its own", "cockpit", "cock", "2025748", "C0CKPIT"],
    ["one that digits alone would give", "owls", "ass", "4556957", "455OWLS"],
  ])("%s", (_what, words, denied, digits, face) => {
    expect(faces(digits, lexiconOf(words, denied))).toContain(face);
  });

  test("an area code that digits make part of a denied string", () => {
    const spellings = spell("8002275387", { lexicon: lexiconOf("baskets", "boob") });
    expect(spellings.map(({ spelling }) => spelling)).toContain("800-BASKETS");
  });
});

describe("a word of the owner's", () => {
  test.each([
    ["is not shown when it is denied itself", "fuuck", "3882522", "FUUCK22"],
    ["is not shown with a digit for a letter", "fock", "3025222", "F0CK222"],
  ])("%s", (_what, word, digits, face) => {
    expect(faces(digits, lexiconOf("ox"), word)).toContain(face);
    expect(faces(digits, lexiconOf("ox", "fuck fock"), word)).not.toContain(face);
  });

  test("is shown when a denied string is only a part of it, as in Scunthorpe", () => {
    expect(faces("7286846", lexiconOf("ox", "cunt"), "scuntho")).toContain("SCUNTHO");
  });
});

test("when the best two words offend, and either with the next of the other, the next of both are shown", () => {
  const lexicon = lexiconOf("ab:0.9 ba:0.8 de:0.9 ed:0.8", "bd ad be");
  expect(spell("1112233", { lexicon, count: 1 })[0]?.spelling).toBe("111-BA-ED");
});

const letters = (minLength: number, maxLength: number) =>
  fc.array(fc.constantFrom(..."abcdef"), { minLength, maxLength }).map((all) => all.join(""));

/** As many of each letter in a row as the string has, or more. */
const doubled = (denied: string): RegExp =>
  new RegExp(`^${denied.replace(/(.)\1*/g, (run, letter: string) => `${letter}{${run.length},}`)}$`);

/** Whether a stretch of the pieces reads as a denied string: 3 as E and 4 as A; not within one word, not in digits alone. */
function offends(pieces: readonly Piece[], denied: readonly RegExp[]): boolean {
  const shown = pieces.map((piece) => piece.shown).join("");
  const pieceAt = pieces.flatMap((piece, index) => [...piece.shown].map(() => index));
  const text = shown.replaceAll("3", "e").replaceAll("4", "a");
  for (let start = 0; start < text.length; start++)
    for (let end = start + 2; end <= text.length; end++) {
      const isOneWord = pieceAt[start] === pieceAt[end - 1];
      const isAllDigits = /^\d+$/.test(shown.slice(start, end));
      if (isOneWord || isAllDigits) continue;
      if (denied.some((each) => each.test(text.slice(start, end)))) return true;
    }
  return false;
}

test("the best that does not offend comes first, however much there is that does", () => {
  const words = fc.uniqueArray(letters(2, 3), { minLength: 2, maxLength: 14 });
  const denied = fc.uniqueArray(letters(3, 4), { minLength: 1, maxLength: 8 });
  const digits = fc
    .array(fc.constantFrom(..."223349"), { minLength: 7, maxLength: 7 })
    .map((all) => all.join(""));
  fc.assert(
    fc.property(words, denied, digits, (texts, strings, number) => {
      const worded: Worded[] = texts.map((text, index) => ({ text, commonness: 40 + index }));
      const entries = worded.map(({ text, commonness }) => ({
        text,
        commonness: commonness / 100,
        definition: "a",
      }));
      const lexicon = openLexicon(encodeLexicon({ words: entries, denied: strings }).words);
      const byKeys = wordsByKeys(worded);
      const patterns = strings.map(doubled);
      const scores = everySegmentation(number, (keys) => byKeys.get(keys) ?? [])
        .filter(({ pieces }) => pieces.some(({ word }) => word !== undefined) && !offends(pieces, patterns))
        .map(({ score }) => score);
      const [first] = spell(number, { lexicon, count: 1 });
      expect(first?.rung === "words" ? first.score : undefined).toBe(
        scores.length === 0 ? undefined : Math.max(...scores),
      );
    }),
    { numRuns: 400 },
  );
});
