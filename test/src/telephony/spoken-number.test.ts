import { type E164, isE164 } from "../../../src/telephony/e164";
import { spokenNumber } from "../../../src/telephony/spoken-number";

function number(text: string): E164 {
  if (!isE164(text)) throw new Error(`${text} is no number`);
  return text;
}

// Groups as the countries write their numbers: https://www.itu.int/rec/T-REC-E.123 (+44 20 7946 0123)
test.each([
  ["+12125550150", "US", "2 1 2, 5 5 5, 0 1 5 0"],
  ["+12125550150", "GB", "plus 1, 2 1 2, 5 5 5, 0 1 5 0"],
  ["+442079460123", "GB", "0 2 0, 7 9 4 6, 0 1 2 3"],
  ["+442079460123", "US", "plus 4 4, 2 0, 7 9 4 6, 0 1 2 3"],
])("%s in %s is spoken as %s", (text, country, spoken) => {
  expect(spokenNumber(number(text), country)).toBe(spoken);
});
