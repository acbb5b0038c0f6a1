import fc from "fast-check";
import { parseSpelling } from "../../../src/store/parse-spelling";
import { keepSpellings, readSpellings } from "../../../src/store/vanity";
import { isE164 } from "../../../src/telephony/e164";
import { shapeOf } from "../../../src/telephony/number-shape";
import { encodeLexicon } from "../../../src/vanity/encode-lexicon";
import { openLexicon } from "../../../src/vanity/open-lexicon";
import { spell } from "../../../src/vanity/spell";
import { FIVE, NUMBER } from "../policy/vanity/vanity-samples";
import { FakeSync } from "./fake-sync";

const NOW = new Date("2026-01-05T15:30:00Z");
const keep = (sync: FakeSync, by: string) =>
  keepSpellings(
    { sync, random: () => 0.5 },
    { number: NUMBER, results: FIVE, by, now: NOW, item: undefined },
  );

test("what is kept is read back", async () => {
  const sync = new FakeSync();
  expect(await keep(sync, "a")).toBe("written");
  expect(await readSpellings(sync, NUMBER)).toMatchObject({ results: FIVE, by: "a" });
  expect(sync.requests).toEqual(["POST vanity", "GET vanity"]);
});

test("of two calls at once that find the same, one writes; what comes from other words is replaced", async () => {
  const sync = new FakeSync();
  expect((await Promise.all([keep(sync, "a"), keep(sync, "a")])).sort()).toEqual(["unchanged", "written"]);
  expect(await keep(sync, "b")).toBe("written");
  expect(sync.data("vanity", NUMBER)).toMatchObject({ by: "b" });
});

const texts = ["tab", "too", "gown", "lower", "flowers", "on", "oil", "hi", "zoo", "cab", "ice", "blossom"];
const words = texts.map((text) => ({ text, commonness: 1, definition: `what ${text} means` }));
const lexicon = openLexicon(encodeLexicon({ words, denied: [] }).words);
const ownWords = [{ word: "acme", definition: "a shop" }];

// Numbers of North America, and of countries whose numbers are shorter, longer, and with a trunk prefix.
const numbers = fc
  .tuple(fc.constantFrom("1", "44", "49", "39", "683", "354", "86"), fc.stringMatching(/^[2-9]\d{3,11}$/))
  .map(([code, rest]) => `+${code}${rest}`)
  .filter(isE164);

test("whatever is spelled can be kept, and read back as it was", () => {
  fc.assert(
    fc.property(numbers, (number) => {
      const { national, groups } = shapeOf(number);
      const results = spell(national, { lexicon, groups, ownWords }).map((result) => ({
        ...result,
        words: result.words.map((word) => ({ ...word, definition: "what it means" })),
      }));
      expect(results).toHaveLength(5);
      expect(
        results.map((result) => parseSpelling(JSON.parse(JSON.stringify(result)), number.slice(1))),
      ).toEqual(results);
    }),
  );
});

test("whatever a hand has written is a spelling that dials the number, or none", () => {
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), fc.record({ ...fields(), words: fc.jsonValue() })), (value) => {
      const parsed = parseSpelling(value, NUMBER.slice(1));
      if (parsed !== undefined) expect(parsed).toEqual(value);
    }),
  );
});

function fields() {
  return {
    spelling: fc.constantFrom("OHM-555-0142", "646-555-0142", "OHM-5550143"),
    score: fc.oneof(fc.integer(), fc.string()),
    why: fc.string(),
    rung: fc.constantFrom("words", "digits", "other"),
  };
}
