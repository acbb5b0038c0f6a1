/** The last rung: numbers that no word fits, in groups that are easy to remember. */
import { spell } from "../../../src/vanity/spell";
import { lexiconOf } from "./small-lexicon";

const lexicon = lexiconOf("xx");
const groups = (number: string, sizes?: readonly number[]) =>
  spell(number, { lexicon, ...(sizes && { groups: sizes }) });

// Repeated digits are what a patent on memorable numbers goes by, too: US 2010/0239084.
test.each([
  ["the same digits stand together", "5550100", "555-01-00"],
  ["all of them", "0000000", "000-0000"],
  ["digits in a row stand together", "4567190", "4567-190"],
  ["down, too", "8765295", "8765-295"],
  ["patterns stand together", "1010202", "101-0202"],
  ["where nothing is to be remembered, the country's groups", "3581372", "358-1372"],
])("%s", (_rule, number, first) => {
  expect(groups(number)[0]?.spelling).toBe(first);
});

test("each way is told with what it is for", () => {
  expect(groups("2125550100")[0]).toEqual({
    spelling: "212-555-01-00",
    words: [],
    score: 3,
    why: "-10 for digits only, +9 for 555, one digit again and again, +4 for 00, one digit again and again",
    rung: "digits",
  });
});

test("a pattern is worth half as much", () => {
  expect(groups("1010202")[0]).toMatchObject({
    score: 2.5,
    why: "-10 for digits only, +4.5 for 101, a pattern, +8 for 0202, a pattern",
  });
});

test("an area code is as it is, and neither praised nor blamed", () => {
  const [first] = groups("5555550123");
  expect(first?.spelling).toMatch(/^555-/);
  expect(first?.why.match(/555/g)).toHaveLength(1);
});

test.each([
  ["69", "2126969696"],
  ["666", "2126666666"],
  ["1488", "2120001488"],
  ["an area code of that name", "6660000000"],
])("no group is %s", (_bad, number) => {
  for (const { spelling } of groups(number))
    expect(spelling.split("-").filter((group) => ["69", "666", "1488"].includes(group))).toEqual([]);
});

test("nor does it stand between words: then these are shown apart", () => {
  const spellings = (number: string) =>
    spell(number, { lexicon: lexiconOf("cab aa") }).map(({ spelling }) => spelling);
  expect(spellings("2122226822")).toContain("212-CAB-68-AA");
  expect(spellings("2122226922")).toContain("212-CAB-6922");
  expect(spellings("2122226922")).not.toContain("212-CAB-69-AA");
});

test("there are as many ways as anybody could want", () => {
  expect(spell("2125550100", { lexicon, count: 60 })).toHaveLength(60);
});
