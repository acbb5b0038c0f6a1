/** Five distinct spellings that dial back, for every number. All last sevens there are: `npm run vanity:all`. */
import { faultOf } from "../../../bench/vanity/fault-of";
import { LOCAL_SEVENS, localSeven } from "../../../bench/vanity/local-sevens";
import { anyDigits, drawFrom, northAmerican } from "../../../bench/vanity/random-numbers";
import type { Lexicon } from "../../../src/vanity/open-lexicon";
import { spell } from "../../../src/vanity/spell";
import { MAKING_WORDS_MS, openBuiltWords } from "./open-built-words";

let lexicon: Lexicon;
beforeAll(async () => {
  ({ lexicon } = await openBuiltWords());
}, MAKING_WORDS_MS);

const faultIn = (number: string) =>
  faultOf(
    number,
    spell(number, { lexicon }).map(({ spelling }) => spelling),
  );

test("five distinct spellings that dial back, for 100,000 numbers", () => {
  const draw = drawFrom(20_260_105);
  const faults: string[] = [];
  for (let round = 0; round < 50_000; round++)
    for (const number of [northAmerican(draw), anyDigits(draw)]) {
      const fault = faultIn(number);
      if (fault !== undefined) faults.push(fault);
    }
  expect(faults).toEqual([]);
});

test.each(["0", "1", "9"])("also where every digit is %s, however many", (digit) => {
  for (let length = 7; length <= 15; length++) expect(faultIn(digit.repeat(length))).toBeUndefined();
});

// 800 exchanges begin with 2 to 9; eight of them end in 11. https://www.nanpa.com/numbering/central-office-codes
test("there are 7,920,000 last sevens, each once, in order", () => {
  expect(LOCAL_SEVENS).toBe((800 - 8) * 10_000);
  expect([0, 1, 109_999, 110_000, LOCAL_SEVENS - 1].map(localSeven)).toEqual([
    ...["2000000", "2000001", "2109999", "2120000", "9999999"],
  ]);
});

test.each([
  ["fewer than five", ["FLOWERS", "3569-377", "356-9377", "35693-77"], "has 4 spellings"],
  ["one twice", ["FLOWERS", "3569-377", "356-9377", "35693-77", "FLOWERS"], "has one twice"],
  [
    "another number's",
    ["FLOWERS", "3569-377", "356-9377", "35693-77", "FLOWER-6"],
    "is not dialled by FLOWER-6",
  ],
  [
    "what is on no key",
    ["FLOWERS", "3569-377", "356-9377", "35693-77", "flowers"],
    "is not dialled by flowers",
  ],
])("a fault is seen: %s", (_fault, spellings, said) => {
  expect(faultOf("3569377", spellings)).toContain(said);
});
