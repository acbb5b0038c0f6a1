/** Five spellings are worth more than five of the same: on lexicons of a few words. */
import { encodeLexicon } from "../../../src/vanity/encode-lexicon";
import type { Ground } from "../../../src/vanity/ground";
import { openLexicon } from "../../../src/vanity/open-lexicon";
import { plainSpansAt } from "../../../src/vanity/plain-spans";
import { spell } from "../../../src/vanity/spell";
import { firstOf, nextAfter, type Span } from "../../../src/vanity/span";
import { placeWord } from "../../../src/vanity/spelled-words";
import { withoutWords } from "../../../src/vanity/without-words";
import { lexiconOf } from "./small-lexicon";

const words = (number: string, lexicon: string): string[] =>
  spell(number, { lexicon: lexiconOf(lexicon) })
    .filter(({ rung }) => rung === "words")
    .map(({ spelling }) => spelling);

test("what is left of the third with the same main word does without it", () => {
  expect(words("4689376", "hot:0.9 got gov:0.7 zero")).toEqual(["HOT-ZERO", "GOT-ZERO", "GOV-9376"]);
});

test("each word meets every other, also those of which neither is the best that fits", () => {
  expect(words("7386337", "pet:0.9 set:0.5 odds:0.9 meds:0.6")).toEqual([
    ...["PET-ODDS", "SET-ODDS", "PET-MEDS", "SET-MEDS"],
  ]);
});

test("a word that had its share is left out of pairs, too", () => {
  const lexicon = openLexicon(
    encodeLexicon({
      words: ["hot", "got", "gov", "zero"].map((text) => ({ text, commonness: 0.8, definition: text })),
      denied: [],
      pairs: [
        ["hot", "zero"],
        ["got", "zero"],
        ["gov", "zero"],
      ],
    }).words,
  );
  const shown = spell("4689376", { lexicon }).map(({ spelling }) => spelling);
  expect(shown.filter((spelling) => spelling.endsWith("ZERO"))).toHaveLength(2);
});

test("what is another with letters turned back into digits is not shown", () => {
  expect(words("7246837", "painter paint saint")).toEqual(["PAINTER", "SAINT-37"]);
});

test("the same letters are shown once, in the way that is worth more", () => {
  expect(words("7425877", "pickups pick ups")).toEqual(["PICKUPS"]);
});

test("a word is left out wherever it fits, and others with its keys stay", () => {
  const lexicon = lexiconOf("got:0.9 hot:0.8 gov:0.7 inv:0.6");
  const digits = "4681468";
  const ground: Ground = { lexicon, digits, ownWords: [] };
  const lattice = Array.from(digits, (_, start) => plainSpansAt(ground, start));
  const [span] = lattice[0] ?? [];
  const hot = span && nextAfter(lexicon, firstOf(span));
  const left = withoutWords(lexicon, lattice, hot ? [hot] : []);
  expect([left[0], left[4]].map((spans) => (spans ?? []).flatMap((each) => textsOf(ground, each)))).toEqual([
    ["got", "gov", "inv"],
    ["got", "gov", "inv"],
  ]);
});

function textsOf({ lexicon, digits }: Ground, span: Span): string[] {
  const texts: string[] = [];
  for (let choice = firstOf(span); ; ) {
    texts.push(placeWord(lexicon, digits, choice).text);
    const next = nextAfter(lexicon, choice);
    if (next === undefined) return texts;
    choice = next;
  }
}
