import fc from "fast-check";
import { getCountries, getExampleNumber } from "libphonenumber-js/max";
import examples from "libphonenumber-js/mobile/examples";
import { countryOf, isCountryCode, isE164, parseE164 } from "../../../src/telephony/e164";

// The ways of writing that the README of an earlier vCard-driven call screener (phone-system, 2018) promises to take.
test.each([
  ["(111) 111-1111", "+11111111111"],
  ["+1 (222) 222-2222", "+12222222222"],
  ["3333333333", "+13333333333"],
  ["18004444444", "+18004444444"],
  ["+91 (55) 55555555", "+915555555555"],
  ["111.111.1111", "+11111111111"],
])("parseE164() reads %s as address books write it", (text, number) => {
  expect(parseE164(text, "US")).toBe(number);
});

// RFC 3966 for tel: and its parameters; ITU-T E.123 for spacing; NANPA for the keypad's letters.
test.each([
  ["drops an extension", "(212) 555-0100 ext. 1928", "US", "+12125550100"],
  ["drops a short extension", "212-555-0100 x12", "US", "+12125550100"],
  ["drops pauses and what is dialled after them", "212-555-0100,,12#", "US", "+12125550100"],
  ["drops a pause that a phone writes as a letter", "212-555-0100p12", "US", "+12125550100"],
  ["reads a tel: URI", "tel:+1-212-555-0100;ext=5", "US", "+12125550100"],
  ["reads a local tel: URI in its context", "tel:555-0100;phone-context=+1-212", "US", "+12125550100"],
  ["reads an escaped tel: URI", "tel:+1%20212%20555%200100", "US", "+12125550100"],
  ["drops the trunk zero of an international number", "+44 (0)20 7946 0958", "US", "+442079460958"],
  ["reads a national number by its country", "020 7946 0958", "GB", "+442079460958"],
  ["reads the country's international prefix", "011 44 20 7946 0958", "US", "+442079460958"],
  ["reads 00 where people write it out of habit", "00442079460958", "US", "+442079460958"],
  ["reads a country code without its plus", "442079460958", "US", "+442079460958"],
  ["turns vanity letters into digits", "1-800-FLOWERS", "US", "+18003569377"],
  ["drops a label", "+1 212 555 0100 (home)", "US", "+12125550100"],
  ["drops a label without brackets", "212-555-0100 home", "US", "+12125550100"],
  [
    "ignores marks of direction and odd hyphens",
    "\u202a+1\u00a0212\u2011555\u20110100\u202c",
    "US",
    "+12125550100",
  ],
  ["reads the digits of other scripts", "٢١٢٥٥٥٠١٠٠", "US", "+12125550100"],
  ["keeps a number that is possible but not assigned", "+15555555555", "US", "+15555555555"],
  ["keeps a number of an unknown country code", "+999123456789", "US", "+999123456789"],
  ["needs no country for a number with plus", "+12125550100", "nowhere", "+12125550100"],
])("parseE164() %s", (_name, text, country, number) => {
  expect(parseE164(text, country)).toBe(number);
});

test.each([
  ["an emergency number", "911", "US"],
  ["an emergency number elsewhere", "112", "DE"],
  ["a harmonised short number", "116117", "DE"],
  ["a short code behind a country code", "+1911", "US"],
  ["a number without its area code", "555-0100", "US"],
  ["a national number of no country", "2125550100", "nowhere"],
  ["a number in a foreign context", "+12125550100;phone-context=evil.example", "US"],
  ["too many digits", "+1234567890123456", "US"],
  ["a word", "Mum", "US"],
  ["nothing", "", "US"],
  ["a lone plus", "+", "US"],
  ["a call-hiding prefix", "*67 212 555 0100", "US"],
])("parseE164() makes no number of %s", (_name, text, country) => {
  expect(parseE164(text, country)).toBeUndefined();
});

// Google's example numbers, one for each country of its metadata: an outside opinion on every country's writing.
test("parseE164() reads every country's example number, in national and in international writing", () => {
  for (const country of getCountries()) {
    expect(isCountryCode(country)).toBe(true);
    const example = getExampleNumber(country, examples);
    expect(parseE164(example?.formatNational() ?? "", country)).toBe(example?.number);
    expect(parseE164(example?.formatInternational() ?? "", "US")).toBe(example?.number);
    expect(parseE164(example?.number ?? "", "US")).toBe(example?.number);
  }
});

test("parseE164() gives E.164 or nothing, and E.164 comes out as it went in", () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.stringMatching(/^[+(]?[\d ().-]{0,20}(x\d+)?$/)),
      fc.constantFrom("US", "GB", "IT", "?"),
      (text, country) => {
        const number = parseE164(text, country);
        if (number === undefined) return;
        expect(isE164(number)).toBe(true);
        expect(parseE164(number, country)).toBe(number);
      },
    ),
    { numRuns: 2000 },
  );
});

// ITU-T E.164.D, the list of assigned country codes: 883 is of international networks, which are in no country
test.each([
  ["+12125550100", "US"],
  ["+16475550100", "CA"],
  ["+442079460958", "GB"],
  ["+8835100000000", undefined],
])("countryOf() %s is %s", (text, country) => {
  const number = parseE164(text, "US");
  expect(number && countryOf(number)).toBe(country);
});
