import { getCountries, getExampleNumber } from "libphonenumber-js/max";
import examples from "libphonenumber-js/mobile/examples";
import { languageOf } from "../../../../src/policy/office/language-of";
import { LOCALES, type Locale } from "../../../../src/policy/office/office";
import { parseE164 } from "../../../../src/telephony/e164";

function callerFrom(country: string) {
  const code = getCountries().find((known) => known === country);
  const number = code && parseE164(getExampleNumber(code, examples)?.number ?? "", "US");
  if (!number) throw new Error(`no example of a number in ${country}`);
  return { kind: "number", number } as const;
}

/** The numbers are libphonenumber's own examples, the languages the first ones of CLDR's table "Territory-Language Information". */
test.each<[string, Locale]>([
  ["US", "en"],
  ["GB", "en"],
  ["IE", "en"],
  ["AU", "en"],
  ["NG", "en"],
  ["MX", "es"],
  ["ES", "es"],
  ["AR", "es"],
  ["PR", "es"],
  ["DO", "es"],
  ["PY", "es"],
  ["FR", "fr"],
  ["CI", "fr"],
  ["SN", "fr"],
  ["HT", "fr"],
  ["PH", "en"],
])("a number of %s is met in %s", (country, locale) => {
  expect(languageOf(callerFrom(country), LOCALES)).toBe(locale);
});

test.each(["DE", "JP", "BR"])("a number of %s is met in the office's first language", (country) => {
  expect(languageOf(callerFrom(country), ["fr", "en"])).toBe("fr");
});

test("a language that the office does not speak is none, and who shows no number has no country", () => {
  expect(languageOf(callerFrom("MX"), ["en", "fr"])).toBe("en");
  expect(languageOf({ kind: "withheld" }, ["es", "en"])).toBe("es");
  expect(languageOf({ kind: "sip", uri: "sip:a@b.example" }, ["es", "en"])).toBe("es");
});
