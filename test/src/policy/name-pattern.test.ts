import fc from "fast-check";
import { isLike } from "../../../src/policy/name-pattern";

test.each<[string, string, boolean]>([
  ["CITY PHARMACY 12", "*pharmacy*", true],
  ["City  Pharmacy", "city pharmacy", true],
  ["City Pharmacy", "pharmacy", false],
  ["Warranty Dept", "warranty*", true],
  ["My Warranty", "warranty*", false],
  ["", "", true],
  ["  ", "", true],
  ["Bo", "", false],
  ["", "*", true],
  ["a", "a*a", false],
  ["aa", "a*a", true],
  ["abcabc", "*abc", true],
  ["a.c", "a?c", false],
  ["ＣＩＴＹ", "city", true],
])("%j fits %j: %s", (name, pattern, fits) => {
  expect(isLike(name, pattern)).toBe(fits);
});

test("a name with something put around each piece still fits, however often the star stands", () => {
  const word = fc.stringMatching(/^[a-z]{0,5}$/);
  fc.assert(
    fc.property(fc.array(word, { minLength: 2, maxLength: 6 }), word, (pieces, filling) => {
      expect(isLike(pieces.join(filling), pieces.join("*"))).toBe(true);
    }),
  );
});
