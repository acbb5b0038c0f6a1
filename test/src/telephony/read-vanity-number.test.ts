import fc from "fast-check";
import { isVanityNumber, readVanityNumber } from "../../../src/telephony/read-vanity-number";

const CALLED = "+12125550142";
/** Drama numbers. @see https://www.ofcom.org.uk/phones-and-broadband/phone-numbers/numbers-for-drama */
const LONDON = ["+44", "2079460958"].join("");

test.each<[string, string, string, string | undefined]>([
  ["ten digits", "2125550142", "US", CALLED],
  ["eleven with the country's code", "12125550142", "US", CALLED],
  ["after 011", "01112125550142", "US", CALLED],
  ["after 00", "0012125550142", "US", CALLED],
  ["with stars between", "212*555*0142", "US", CALLED],
  ["seven digits, as they are", "5550142", "US", "5550142"],
  ["seven digits, in Canada too", "5550142", "CA", "5550142"],
  ["another country's after 011", `011${LONDON.slice(1)}`, "US", LONDON],
  ["another country's after 00", `00${LONDON.slice(1)}`, "US", LONDON],
  ["another country's without anything", LONDON.slice(1), "US", LONDON],
  ["a trunk zero", "02079460958", "GB", LONDON],
  ["North America's from elsewhere", "0012125550142", "GB", CALLED],
  // Eight digits are the most a subscriber's number has in Denmark: https://www.itu.int/oth/T0202000038
  ["a country without area codes", "32123456", "DK", ["+45", "32123456"].join("")],
  ["seven digits elsewhere, as a number of that country", "5550142", "GB", ["+44", "5550142"].join("")],
  ["nothing", "", "US", undefined],
  ["six digits", "555014", "US", undefined],
  ["eight digits", "25550142", "US", undefined],
  ["an area code that cannot be", "1115550142", "US", undefined],
  ["an exchange that is a service", "2129110142", "US", undefined],
  ["twenty digits", "21255501422125550142", "US", undefined],
])("%s: %s from %s is %s", (_name, keys, country, expected) => {
  expect(readVanityNumber(keys, country)).toBe(expected);
});

test("any text is a number that can be spelled, or none", () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.stringMatching(/^[0-9*]{0,20}$/)),
      fc.constantFrom("US", "GB", "NU", "XX"),
      (keys, country) => {
        const number = readVanityNumber(keys, country);
        expect(number === undefined || isVanityNumber(number)).toBe(true);
      },
    ),
  );
});
