import { keysOf } from "../../../src/telephony/keypad";

// https://www.itu.int/rec/T-REC-E.161 : ABC 2, DEF 3, GHI 4, JKL 5, MNO 6, PQRS 7, TUV 8, WXYZ 9
test.each([
  ["ABCDEFGHIJKLMNOPQRSTUVWXYZ", "22233344455566677778889999"],
  ["800-FLOWERS", "8003569377"],
  ["303-555-zero", "3035559376"],
  ["212-G0WN-L1P", "2124096517"],
  ["+1 (212) 555.0100", "12125550100"],
  ["", ""],
])("%s is dialled %s", (spelling, digits) => {
  expect(keysOf(spelling)).toBe(digits);
});
