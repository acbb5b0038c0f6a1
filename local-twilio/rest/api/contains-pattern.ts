import { TwilioError } from "../twilio-error";

/** The letters of each key, in the order of the keys. */
const KEYS = ["", "", "ABC", "DEF", "GHI", "JKL", "MNO", "PQRS", "TUV", "WXYZ"];

/** Beginning, wildcards, digits and letters, wildcards, end. */
const PATTERN = /^(\+?)([*%]*)([0-9A-Za-z]*)([*%]*)(\$?)$/;
/** Two meta-characters side by side that are not the same wildcard. */
const ADJACENT = /[+*%$](?=[+*%$])(?!(?<=\*)\*|(?<=%)%)/;

/**
 * The test that `Contains` makes of a number's digits, country code first: "between 2 and 16 characters long and allows all
 * digits (0-9) and all non-diacritic latin alphabet letters […] It accepts four meta-characters: `*`, `%`, `+`, `$` […] If
 * you use the wildcard patterns, it must include at least two non-meta-characters, and wildcards cannot be used between
 * non-meta-characters."
 * @see https://www.twilio.com/docs/phone-numbers/api/availablephonenumberlocal-resource (Contains)
 * @throws TwilioError 400/20001
 */
export function containsPattern(text: string): RegExp {
  const [, start = "", before = "", middle = "", after = "", end = ""] = PATTERN.exec(text) ?? [];
  const isWild = before !== "" || after !== "";
  if (!PATTERN.test(text) || text.length < 2 || text.length > 16 || (isWild && middle.length < 2))
    throw invalid(text);
  if (ADJACENT.test(text)) throw invalid(text);
  const source = [start && "^", wild(before), digits(middle), wild(after), end];
  return new RegExp(source.join(""));
}

function wild(text: string): string {
  return text.replaceAll("*", "\\d").replaceAll("%", "\\d*");
}

function digits(text: string): string {
  return text
    .toUpperCase()
    .replace(/[A-Z]/g, (letter) => String(KEYS.findIndex((letters) => letters.includes(letter))));
}

function invalid(text: string): TwilioError {
  return new TwilioError(400, 20001, `Contains is not a valid pattern: ${text}`);
}
