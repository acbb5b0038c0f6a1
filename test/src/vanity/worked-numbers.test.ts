/**
 * Numbers that others have worked out. The first is sold with its spelling (1-800-Flowers.com); the others are the sample calls of
 * an Amazon Connect exercise, whose longest words a scan of a list of 96,000 English words gives: PAINTER, ZERO, TAB and
 * others of three letters; none at all for the last.
 */
import type { WordFiles } from "../../../src/runtime/vanity/word-files";
import { MAKING_WORDS_MS, openBuiltWords } from "./open-built-words";

let files: WordFiles;
beforeAll(async () => {
  files = await openBuiltWords();
}, MAKING_WORDS_MS);

const spellings = (number: string): string[] => files.spell(number).map(({ spelling }) => spelling);

test.each([
  ["8003569377", "800-FLOWERS"],
  ["8007246837", "800-PAINTER"],
  ["3035559376", "303-555-ZERO"],
])("%s spells %s", (number, spelling) => {
  expect(spellings(number)[0]).toBe(spelling);
});

test("8665822981 has words of three letters, TAB among them", () => {
  expect(spellings("8665822981")).toContain("866-5-TAB-981");
});

test("9403895512 has no word but with digits read as letters", () => {
  expect(files.spell("9403895512").map(({ rung }) => rung)).not.toContain("words");
});

test("the best of 8003569377 is told with its meaning and what its points are for", () => {
  const [best] = files.spell("8003569377");
  expect(best?.words).toEqual([
    { text: "flowers", shown: "FLOWERS", definition: expect.stringMatching(/plant/) },
  ]);
  expect(best?.why).toMatch(
    /^flowers 49 x 0\.\d+ for a common word of 7 letters, \+10\.5 for ending in flowers$/,
  );
});
