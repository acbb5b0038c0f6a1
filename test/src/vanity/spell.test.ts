/** What holds of the spellings of any number, by the words that the build makes. */
import fc from "fast-check";
import { dialled } from "../../../bench/vanity/fault-of";
import type { Lexicon } from "../../../src/vanity/open-lexicon";
import { spell } from "../../../src/vanity/spell";
import type { SpellOptions } from "../../../src/vanity/spell-options";
import { RUNGS } from "../../../src/vanity/spelling";
import { MAKING_WORDS_MS, openBuiltWords } from "./open-built-words";

let lexicon: Lexicon;
beforeAll(async () => {
  ({ lexicon } = await openBuiltWords());
}, MAKING_WORDS_MS);

const digits = (from = "0123456789") =>
  fc.array(fc.constantFrom(...from), { minLength: 7, maxLength: 15 }).map((all) => all.join(""));

/** Digits of any kind, digits with letters only, and hardly any with letters. */
const numbers = fc.oneof(digits(), digits("23456789"), digits("000111235"), digits("69"), digits("148666"));

const ownText = fc.string({ unit: fc.constantFrom(..."aAdegilmnoOtwé"), minLength: 2, maxLength: 4 });

const options: fc.Arbitrary<Omit<SpellOptions, "lexicon">> = fc.record(
  {
    spellable: fc.integer({ min: 0, max: 15 }),
    ownWords: fc.array(fc.record({ word: fc.oneof(fc.string(), ownText), definition: fc.string() }), {
      maxLength: 9,
    }),
    fixed: fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(..."abcdefghilmno*-0123") })),
    groups: fc.array(fc.integer({ min: -1, max: 8 }), { maxLength: 6 }),
    count: fc.integer({ min: 5, max: 40 }),
  },
  { requiredKeys: [] },
);

/** The figures in a sentence, added up: products, and what has a sign. */
function sumOf(why: string): number {
  const products = [...why.matchAll(/(\d+) x ([\d.]+)/g)].map(
    ([, square, common]) => Number(square) * Number(common),
  );
  const signed = [...why.matchAll(/(?:^|, )([+-][\d.]+) for/g)].map(([, points]) => Number(points));
  return [...products, ...signed].reduce((sum, points) => sum + points, 0);
}

const spellings = (number: string, chosen: Omit<SpellOptions, "lexicon"> = {}) =>
  spell(number, { ...chosen, lexicon });

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

/** North America's 1 is left out, unless the groups say that it is the number's own. */
function spelledPart(number: string, groups: readonly number[] = []): string {
  const isWhole = groups.every((size) => size > 0) && sum(groups) === number.length;
  return /^1\d{10}$/.test(number) && !isWhole ? number.slice(1) : number;
}

test("there are at least five, all distinct, and each dials back", () => {
  fc.assert(
    fc.property(numbers, options, (number, chosen) => {
      const found = spellings(number, chosen).map(({ spelling }) => spelling);
      expect(found.length).toBeGreaterThanOrEqual(5);
      expect(new Set(found).size).toBe(found.length);
      expect(new Set(found.map(dialled))).toEqual(new Set([spelledPart(number, chosen.groups)]));
    }),
    { numRuns: 500 },
  );
});

test("no more than are wanted, as long as five are", () => {
  fc.assert(
    fc.property(numbers, fc.integer({ min: 5, max: 40 }), (number, count) => {
      expect(spellings(number, { count }).length).toBeLessThanOrEqual(count);
    }),
  );
});

test("the same number is spelled the same, whatever was spelled before", () => {
  fc.assert(
    fc.property(numbers, numbers, options, (number, other, chosen) => {
      const first = spellings(number, chosen);
      spellings(other, chosen);
      expect(spellings(number, structuredClone(chosen))).toEqual(first);
    }),
  );
});

const nearlyNumbers = fc
  .tuple(
    fc.constantFrom("", "+", "+", " ", "0x"),
    fc.string({ unit: fc.constantFrom(..."0123456789"), maxLength: 18, size: "max" }),
  )
  .map((parts) => parts.join(""));

test("no text makes it throw, and only 7 to 15 digits are spelled", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), nearlyNumbers), options, (text, chosen) => {
      expect(spellings(text, chosen).length > 0).toBe(/^\+?\d{7,15}$/.test(text));
    }),
    { numRuns: 500 },
  );
});

test("they come rung by rung, and on each the best first", () => {
  fc.assert(
    fc.property(numbers, (number) => {
      const found = spellings(number, { count: 12 });
      const order = (rung: (typeof RUNGS)[number]) => RUNGS.indexOf(rung);
      const sorted = [...found].sort((a, b) => order(a.rung) - order(b.rung) || b.score - a.score);
      expect(found).toEqual(sorted);
    }),
  );
});

test("the figures in each why add up to the score", () => {
  fc.assert(
    fc.property(numbers, options, (number, chosen) => {
      for (const { score, why } of spellings(number, chosen)) expect(sumOf(why)).toBeCloseTo(score, 6);
    }),
  );
});

/** What is shown, without hyphens: digits in the places of letters that another spelling has. */
const face = ({ spelling }: { spelling: string }): string => spelling.replaceAll("-", "");
const isReduced = (one: string, other: string): boolean =>
  [...one].every((sign, place) => /\d/.test(sign) || sign === other[place]);

test("no more than two have the same longest word, and none is another with letters turned back into digits", () => {
  fc.assert(
    fc.property(numbers, options, (number, chosen) => {
      const found = spellings(number, chosen).filter(({ words }) => words.length > 0);
      const mains = found.map(
        ({ words }) => [...words].sort((a, b) => b.text.length - a.text.length)[0]?.text,
      );
      for (const main of mains) expect(mains.filter((other) => other === main).length).toBeLessThanOrEqual(2);
      const reduced = found.filter((one) =>
        found.some((other) => one !== other && isReduced(face(one), face(other))),
      );
      expect(reduced).toEqual([]);
    }),
  );
});

test("words stand in the spelling as they are shown, in order, with a digit only for a letter that looks like it", () => {
  fc.assert(
    fc.property(numbers, options, (number, chosen) => {
      for (const { spelling, words, rung } of spellings(number, chosen)) {
        expect(spelling.split("-").filter((part) => /[A-Z]/.test(part))).toEqual(
          words.map(({ shown }) => shown),
        );
        for (const { text, shown } of words) expect(shown).toMatch(looksLike(text));
        expect(words.length === 0).toBe(rung === "digits");
        expect(
          words
            .map(({ shown }) => shown)
            .join("")
            .replace(/\D/g, "").length,
        ).toBeLessThanOrEqual(2);
      }
    }),
  );
});

const looksLike = (text: string): RegExp =>
  new RegExp(
    `^${text.toUpperCase().replaceAll("O", "[O0]").replaceAll("I", "[I1]").replaceAll("L", "[L1]")}$`,
  );

test("69, 666 and 1488 never stand between hyphens", () => {
  fc.assert(
    fc.property(digits("6914"), options, (number, chosen) => {
      const parts = spellings(number, chosen).flatMap(({ spelling }) => spelling.split("-"));
      expect(parts.filter((part) => ["69", "666", "1488"].includes(part))).toEqual([]);
    }),
  );
});
