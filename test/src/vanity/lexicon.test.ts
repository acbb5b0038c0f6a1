/** The lexicon as bytes: what goes in is found again, the same each time, and what is no lexicon is told. */
import fc from "fast-check";
import { encodeLexicon } from "../../../src/vanity/encode-lexicon";
import type { LexiconContents, LexiconEntry, WordPair } from "../../../src/vanity/lexicon-entry";
import { unpackDefinition } from "../../../src/vanity/lexicon-layout";
import { openLexicon } from "../../../src/vanity/open-lexicon";
import { spell } from "../../../src/vanity/spell";
import { keysOf } from "./every-segmentation";

const letters = (minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz"), minLength, maxLength });

const entry: fc.Arbitrary<LexiconEntry> = fc.record({
  text: letters(2, 15),
  commonness: fc.integer({ min: 20, max: 110 }).map((hundredths) => hundredths / 100),
  definition: fc.string({ minLength: 1, maxLength: 60 }).filter((text) => text.isWellFormed()),
});

const contents: fc.Arbitrary<LexiconContents> = fc.record({
  words: fc.uniqueArray(entry, { maxLength: 30, selector: ({ text }) => text }),
  denied: fc.array(letters(3, 12), { maxLength: 10 }),
});

const WORD: LexiconEntry = { text: "zero", commonness: 0.8, definition: "nothing" };

test("every word is found by its keys, with how common it is and what it means", () => {
  fc.assert(
    fc.property(contents, ({ words }) => {
      const { words: bytes, definitions } = encodeLexicon({ words, denied: [] });
      const lexicon = openLexicon(bytes);
      // A word within another spells the same letters and leaves some digits: only the better one of such spellings is shown.
      const alone = words.filter(
        ({ text }) => !words.some((word) => word.text !== text && text.includes(word.text)),
      );
      for (const { text, commonness, definition } of alone) {
        const keys = keysOf(text).padStart(7, "1");
        const found = spell(keys, { lexicon, spellable: 15, count: 100, groups: [keys.length] });
        const word = found.flatMap((spelling) => spelling.words).find((each) => each.text === text);
        const { offset, length } = unpackDefinition(Number(word?.definition));
        expect(new TextDecoder().decode(definitions.subarray(offset, offset + length))).toBe(definition);
        expect(found.some(({ why }) => why.includes(`${text} ${text.length ** 2} x ${commonness} `))).toBe(
          true,
        );
      }
    }),
  );
});

test("the order of the contents does not matter: the same bytes", () => {
  const shuffled = contents.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray([...all.words], { minLength: all.words.length })),
  );
  fc.assert(
    fc.property(shuffled, ([{ words, denied }, others]) => {
      const twice = [...denied].reverse().concat(denied);
      expect(encodeLexicon({ words: others, denied: twice })).toEqual(encodeLexicon({ words, denied }));
    }),
  );
});

test("also of words that are as common, and dialled alike", () => {
  const words = ["hot", "got", "inv"].map((text) => ({ ...WORD, text }));
  expect(encodeLexicon({ words: words.toReversed(), denied: [] })).toEqual(
    encodeLexicon({ words, denied: [] }),
  );
});

test("its fingerprint changes with a word, how common it is, what it means, and what is denied", () => {
  const fingerprint = (all: LexiconContents) => openLexicon(encodeLexicon(all).words).fingerprint;
  const prints = [
    { words: [WORD], denied: [] },
    { words: [{ ...WORD, text: "zeros" }], denied: [] },
    { words: [{ ...WORD, commonness: 0.81 }], denied: [] },
    { words: [{ ...WORD, definition: "naught" }], denied: [] },
    { words: [WORD], denied: ["abc"] },
  ].map(fingerprint);
  expect(new Set(prints).size).toBe(prints.length);
  expect(prints[0]).toMatch(/^[0-9a-f]{8}$/);
});

describe("pairs of words", () => {
  const listed = ["fly", "jets", "buy", "now", "hot", "got"].map((text) => ({ ...WORD, text }));
  const lexiconWith = (...pairs: WordPair[]) => encodeLexicon({ words: listed, denied: [], pairs }).words;
  const why = (number: string, bytes: Uint8Array) => spell(number, { lexicon: openLexicon(bytes) })[0]?.why;

  test("earn more, in that order alone", () => {
    const both = lexiconWith(["fly", "jets"], ["buy", "now"]);
    expect(why("3595387", both)).toContain(
      "jets 16 x 0.8 for a common word of 4 letters, +2.5 for the pair fly jets",
    );
    expect(why("2121289669", both)).toContain("+2.5 for the pair buy now");
    expect(why("2121669289", both)).not.toContain("pair");
    expect(why("3595387", lexiconWith(["jets", "fly"]))).not.toContain("pair");
  });

  test("of words that are dialled alike only the one that was meant", () => {
    const found = spell("2121289468", { lexicon: openLexicon(lexiconWith(["buy", "hot"])) });
    const paired = found.filter((spelling) => spelling.why.includes("pair"));
    expect(paired.map(({ spelling }) => spelling)).toEqual(["212-1-BUY-HOT"]);
  });

  test("give the same bytes in any order, and each once", () => {
    const pairs: WordPair[] = [
      ["fly", "jets"],
      ["buy", "now"],
      ["buy", "hot"],
    ];
    const bytes = lexiconWith(...pairs);
    expect(lexiconWith(...pairs.toReversed(), ["buy", "now"])).toEqual(bytes);
    expect(openLexicon(bytes).fingerprint).not.toBe(openLexicon(lexiconWith()).fingerprint);
  });

  test.each<[string, WordPair, RegExp]>([
    ["a word that is not there", ["fly", "home"], /"fly home".*"home" is not in/],
    ["two that are too long together", ["zero", "jetsets"], /"zero jetsets".*more than 8/],
  ])("that cannot be encoded are told: %s", (_what, pair, message) => {
    const words = [...listed, WORD, { ...WORD, text: "jetsets" }];
    expect(() => encodeLexicon({ words, denied: [], pairs: [pair] })).toThrow(message);
  });
});

test("what many words mean alike is kept once", () => {
  const { definitions } = encodeLexicon({ words: [WORD, { ...WORD, text: "zeros" }], denied: [] });
  expect(new TextDecoder().decode(definitions)).toBe("nothing");
});

describe("what cannot be encoded is told by name", () => {
  test.each<[string, readonly LexiconEntry[], readonly string[], RegExp]>([
    ["a word twice", [WORD, WORD], [], /"zero".*twice/],
    ["a letter that is none", [{ ...WORD, text: "café" }], [], /"café".*a to z/],
    ["one letter", [{ ...WORD, text: "a" }], [], /"a".*2 to 15/],
    ["sixteen", [{ ...WORD, text: "a".repeat(16) }], [], /2 to 15/],
    ["a word that is not common at all", [{ ...WORD, commonness: 0 }], [], /"zero".*by 0/],
    ["one that is no number", [{ ...WORD, commonness: Number.NaN }], [], /"zero".*by NaN/],
    ["one too common", [{ ...WORD, commonness: 2.56 }], [], /"zero".*2\.55/],
    ["a word that means nothing", [{ ...WORD, definition: "" }], [], /"zero".*definition/],
    ["a meaning that is too long", [{ ...WORD, definition: "é".repeat(128) }], [], /"zero".*255 bytes/],
    ["a denied string with a digit", [WORD], ["f00"], /"f00".*a to z/],
  ])("%s", (_what, words, denied, message) => {
    const encode = () => encodeLexicon({ words, denied });
    expect(encode).toThrow(RangeError);
    expect(encode).toThrow(message);
  });
});

describe("bytes are opened", () => {
  const { words: bytes } = encodeLexicon({ words: [WORD], denied: ["abc"] });

  test.each([0, 1, 2, 3])("that begin %d after a multiple of four", (shift) => {
    const pool = new Uint8Array(bytes.length + shift);
    pool.set(bytes, shift);
    const lexicon = openLexicon(pool.subarray(shift));
    expect(spell("3035559376", { lexicon })[0]?.spelling).toBe("303-555-ZERO");
  });

  test.each<[string, Uint8Array]>([
    ["none", new Uint8Array()],
    ["other bytes", new Uint8Array(4096)],
    [
      "text in UTF-8, as the reader of Assets would have it",
      new TextEncoder().encode(new TextDecoder().decode(bytes)),
    ],
    ["the beginning", bytes.subarray(0, bytes.length - 1)],
    ["one more", Uint8Array.from([...bytes, 0])],
  ])("but not %s", (_what, broken) => {
    expect(() => openLexicon(broken)).toThrow(/^Cannot open the lexicon: .*build/);
  });
});
