import * as fc from "fast-check";
import { defuse, undefuse } from "../../../src/lists/defuse";

/** @see https://owasp.org/www-community/attacks/CSV_Injection: cells that begin with these are taken for formulas */
const DANGEROUS = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"];

test.each(DANGEROUS)("defuses a cell that begins with %j", (first) => {
  expect(defuse(`${first}1+1`)).toBe(`'${first}1+1`);
  expect(undefuse(`'${first}1+1`)).toBe(`${first}1+1`);
});

test.each(["+12125550142", "+12125550142, +12125550143", "+1900*"])(
  "leaves the number %s as it is",
  (number) => {
    expect(defuse(number)).toBe(number);
  },
);

test.each(["'", "'tis", "it's =", "a", ""])("leaves %j as it is, and takes nothing away from it", (text) => {
  expect(defuse(text)).toBe(text);
  expect(undefuse(text)).toBe(text);
});

test("takes back whatever it did, and lets nothing dangerous through", () => {
  const first = fc.constantFrom("", "'", "''", ...DANGEROUS);
  fc.assert(
    fc.property(fc.tuple(first, first, fc.string()), (parts) => {
      const text = parts.join("");
      const cell = defuse(text);
      expect(undefuse(cell)).toBe(text);
      expect(DANGEROUS.includes(cell.charAt(0)) && !/^\+\d+(\*|(, \+\d+)*)$/.test(cell)).toBe(false);
    }),
  );
});
