/** What each option does, on lexicons of a few words. */
import { spell } from "../../../src/vanity/spell";
import type { SpellOptions } from "../../../src/vanity/spell-options";
import { lexiconOf } from "./small-lexicon";

const found = (number: string, words: string, options: Omit<SpellOptions, "lexicon"> = {}) =>
  spell(number, { ...options, lexicon: lexiconOf(words) });
const shown = (...args: Parameters<typeof found>) => found(...args).map(({ spelling }) => spelling);

describe("spellable: how many of the last digits become letters first", () => {
  const WORDS = "flow flowers err bet";
  test("seven by default", () => {
    expect(found("2383569377", WORDS)[0]).toMatchObject({ spelling: "238-FLOWERS", rung: "words" });
    expect(found("2383111111", WORDS)[0]).toMatchObject({ spelling: "BET-311-1111", rung: "areaCode" });
  });
  test("fewer, and words that reach further are of a lower rung", () => {
    const [first, second] = found("2383569377", WORDS, { spellable: 4 });
    expect(first).toMatchObject({ spelling: "238-356-9-ERR", rung: "words" });
    expect(second).toMatchObject({ spelling: "BET-FLOWERS", rung: "areaCode" });
  });
  test("more, and the area code is spelled like the rest", () => {
    expect(found("2383569377", WORDS, { spellable: 15 })[0]).toMatchObject({
      spelling: "BET-FLOWERS",
      rung: "words",
    });
  });
  test("none, and still there are five", () => {
    expect(found("8003569377", WORDS, { spellable: 0 })).toHaveLength(5);
  });
});

describe("ownWords: the owner's words", () => {
  const own = (...words: string[]) => ({
    ownWords: words.map((word) => ({ word, definition: `our ${word}` })),
  });
  test("come before a longer word that is common", () => {
    expect(shown("8002263937", "candy")[0]).toBe("800-CANDY-37");
    expect(found("8002263937", "candy", own("Acme"))[0]).toMatchObject({
      spelling: "800-ACME-937",
      words: [{ text: "acme", shown: "ACME", definition: "our Acme" }],
      score: 26,
      why: "acme 16 x 1 for a word of 4 letters, +20 for being the owner's, -10 for the digits 937",
    });
  });
  test("have their own meaning where the lexicon has the word, too", () => {
    expect(found("2223569377", "flowers", own("flowers"))[0]?.words[0]?.definition).toBe("our flowers");
  });
  test("may have digits for letters", () => {
    expect(shown("8005500573", "xx", own("Jools"))[0]).toBe("800-5-J00LS-3");
    expect(shown("8000255391", "xx", own("Oakley"))[0]).toBe("800-0AKLEY-1");
  });
  test("lose their accents; and what is no word of 2 to 15 letters is passed over", () => {
    expect(shown("8002233222", "xx", own("Café", "a", "two words", "", "x".repeat(16)))[0]).toBe(
      "800-CAFE-222",
    );
  });
});

describe("fixed: what the end of the spelling must look like", () => {
  const WORDS = "flow flowers my err elm";
  test.each([
    ["letters of a word", "FLOWERS", "800-FLOWERS"],
    ["letters within a word", "**OW***", "800-FLOWERS"],
    ["letters of a shorter word, the rest free", "**MY***", "800-35-MY-ERR"],
    ["a digit that is to stay one", "FLOW*7*", "800-FLOW-377"],
    ["hyphens and small letters count for nothing", "flow-3-77", "800-FLOW-377"],
    ["letters that are no word", "**NX***", "800-35-NX-ERR"],
    ["the whole number, with North America's 1", "1-800-FLOWERS", "800-FLOWERS"],
  ])("%s", (_what, fixed, first) => {
    expect(shown("8003569377", WORDS, { fixed })[0]).toBe(first);
  });
});

describe("fixed: what is said of it", () => {
  const WORDS = "flow flowers my err elm";
  test("what follows for want of more that shows it says so", () => {
    const all = found("8003569377", WORDS, { fixed: "FLOW***" });
    expect(
      all.map(({ spelling, why }) => [spelling, /, without FLOW\*\*\*, as nothing more shows it$/.test(why)]),
    ).toEqual([
      ["800-FLOWERS", false],
      ["800-FLOW-ERR", false],
      ["800-ELM-9-ERR", true],
      ["800-35-MY-ERR", true],
      expect.arrayContaining([expect.stringMatching(/^[\d-]+$/), true]),
    ]);
  });
  test("what other digits dial is told, and the number spelled without", () => {
    const [first] = found("8003569377", WORDS, { fixed: "PIZZA**" });
    expect(first?.spelling).toBe("800-FLOWERS");
    expect(first?.why).toMatch(/, without PIZZA\*\*, as other digits dial it$/);
  });
  test("letters that are no word are told as what they are", () => {
    const [first] = found("8003569377", WORDS, { fixed: "FLO****" });
    const run = found("8003561111", WORDS, { fixed: "FLO****" })[0];
    expect(first?.words).toMatchObject([{ text: "flowers" }]);
    expect(run).toMatchObject({
      spelling: "800-FLO-1111",
      words: [{ text: "flo", shown: "FLO", definition: "the letters that were asked for" }],
      why: "flo 9 x 0.3 for a fixed run of 3 letters, -10 for the digits 1111",
    });
  });
  test.each(["", "*", "***-****", "?!"])("%j asks for nothing", (fixed) => {
    expect(found("8003569377", WORDS, { fixed })).toEqual(found("8003569377", WORDS));
  });
  test("it may reach into the area code", () => {
    expect(shown("2383569377", "bet flow", { fixed: "BET*******" })[0]).toBe("BET-FLOW-377");
  });
  test("an area code that is to stay digits costs nothing", () => {
    const [free] = found("8003569377", WORDS, { fixed: "FLOWERS" });
    for (const fixed of ["800FLOWERS", "1800FLOWERS", "800*******"])
      expect(found("8003569377", WORDS, { fixed })[0]).toEqual(free);
  });
  test("what offends is not shown for being asked for", () => {
    const options = { lexicon: lexiconOf("my", "flow"), fixed: "FLOW***" };
    expect(spell("8003569377", options).map(({ spelling }) => spelling)).not.toContain("800-FLOW-377");
  });
});

describe("groups: how the country writes the digits", () => {
  test.each([
    ["North America's, unless others are given", "3035559376", undefined, "303-555-ZERO"],
    ["France's", "123559376", [1, 2, 2, 2, 2], "1-23-55-ZERO"],
    ["Germany's, whose mobile numbers may begin with 1, too", "15125559376", [3, 8], "151-2555-ZERO"],
    ["not those of other digits", "3035559376", [5, 4], "303-555-ZERO"],
    ["not groups of no size", "3035559376", [5, 0, 5], "303-555-ZERO"],
  ])("%s", (_whose, number, groups, spelling) => {
    expect(shown(number, "zero", groups && { groups })[0]).toBe(spelling);
  });
  test("a country's code is left out only in North America", () => {
    expect(shown(`+${"13035559376"}`, "zero")[0]).toBe("303-555-ZERO");
    expect(shown("13035559376", "zero")[0]).toBe("303-555-ZERO");
    expect(shown(`+${"23035559376"}`, "zero")[0]).toBe("2303-555-ZERO");
  });
});

describe("count: how many are wanted", () => {
  test.each([
    [1, 1],
    [5, 5],
    [12, 12],
    [0, 0],
    [-3, 0],
    [2.9, 2],
  ])("%d gives %d", (count, length) => {
    expect(found("8003569377", "flowers", { count })).toHaveLength(length);
  });
  test("five when it is no number; and no more than there are", () => {
    expect(found("8003569377", "flowers", { count: Number.NaN })).toHaveLength(5);
    expect(found("8003569377", "flowers", { count: Number.POSITIVE_INFINITY }).length).toBeLessThanOrEqual(
      100,
    );
  });
});
