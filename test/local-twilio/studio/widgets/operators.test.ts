import {
  compare,
  isOperatorName,
  OPERATOR_NAMES,
  type OperatorName,
} from "../../../../local-twilio/studio/widgets/operators";

// https://www.twilio.com/docs/studio/widget-library/split-based-on: "Studio conditions are not case-sensitive and
// automatically trim leading and trailing whitespace." The sentences of its table stand beside the rows.
const table: readonly [OperatorName, string, string, string, boolean | undefined][] = [
  // "Equal To: the variable is equal to the value"
  ["equal_to", "case does not count", "HOOT", "hoot", true],
  ["equal_to", "white space round it does not count", "  hoot\n", "hoot ", true],
  ["equal_to", "white space within does", "ho ot", "hoot", false],
  ["equal_to", "numbers are compared as text", "1.0", "1", false],
  ["equal_to", "leading zeros count", "042", "42", false],
  ["not_equal_to", "is the opposite", "hoot", "owl", true],
  ["not_equal_to", "with the same trimming and case", " Hoot", "hoot", false],
  // "Matches Any Of: a comma-separated list"; entries are trimmed in flows in use ("1, 1-, 1., one, um")
  ["matches_any_of", "an entry of the list", "One", "1, 1-, 1., one, um", true],
  ["matches_any_of", "no part of an entry", "on", "1, one", false],
  ["matches_any_of", "no entry", "2", "1, one", false],
  ["does_not_match_any_of", "is the opposite", "2", "1, one", true],
  ["does_not_match_any_of", "an entry of the list", "ONE", "1, one", false],
  // "Contains"
  ["contains", "inside a word too", "whooting", "hoot", true],
  ["contains", "case does not count", "I said YES.", "yes", true],
  ["contains", "what is not there", "owl", "hoot", false],
  ["does_not_contain", "what is not there", "owl", "hoot", true],
  ["does_not_contain", "what is there", "whooting", "hoot", false],
  // "Starts With: ` Hoot` starts with `hoo`"
  ["starts_with", "the documentation's own example", " Hoot", "hoo", true],
  ["starts_with", "what stands later", "A hoot", "hoo", false],
  ["does_not_start_with", "what stands later", "A hoot", "hoo", true],
  ["does_not_start_with", "what stands first", " Hoot", "hoo", false],
  // "Is Blank"; the console writes the words as the value, which does not count
  ["is_blank", "nothing", "", "Is Blank", true],
  ["is_blank", "only white space", " \n", "Is Blank", true],
  ["is_blank", "something", "0", "Is Blank", false],
  ["is_not_blank", "something", "0", "Is Not Blank", true],
  ["is_not_blank", "only white space", "  ", "Is Not Blank", false],
  // "Regex: the whole string must match"; not case-sensitive; no slashes
  ["regex", "the whole text", "yes", "yes", true],
  ["regex", "not a part of it", "oh yes", "yes", false],
  ["regex", "flows in use therefore write .*", "Oh, YES please", ".*yes.*", true],
  ["regex", "alternatives are one pattern", "yes", "y|yes", true],
  ["regex", "escapes keep their case", "a1", "\\D\\d", true],
  ["regex", "a pattern that is none", "a", "(", undefined],
  // "Less Than, Greater Than: does not perform comparisons on letters"
  ["less_than", "as numbers, not as text", "9", "10", true],
  ["less_than", "equal is not less", "10", "10", false],
  ["less_than", "decimals and signs", "-1.5", "+.5", true],
  ["less_than", "letters", "nine", "10", undefined],
  ["less_than", "nothing", "", "10", undefined],
  ["greater_than", "as numbers, not as text", "10", "9", true],
  ["greater_than", "equal is not greater", "10", "10", false],
  ["greater_than", "letters", "10", "nine", undefined],
  // "Is Before Time, Is After Time: HH:MM, 24 hours"
  ["is_before_time", "earlier", "08:59", "09:00", true],
  ["is_before_time", "the same minute", "09:00", "09:00", false],
  ["is_before_time", "an hour of one digit", "9:00", "10:00", true],
  ["is_before_time", "no time of day", "24:00", "10:00", undefined],
  ["is_after_time", "later", "17:01", "17:00", true],
  ["is_after_time", "the same minute", "17:00", "17:00", false],
  ["is_after_time", "words", "noon", "17:00", undefined],
  // "Is Before Date, Is After Date: YYYY-MM-DD"
  ["is_before_date", "earlier", "2025-12-31", "2026-01-01", true],
  ["is_before_date", "the same day", "2026-01-01", "2026-01-01", false],
  ["is_before_date", "another way to write dates", "12/31/2025", "2026-01-01", undefined],
  ["is_after_date", "later", "2026-03-01", "2026-02-28", true],
  ["is_after_date", "a day that no calendar has", "2026-02-29", "2026-02-28", undefined],
  ["is_after_date", "the same day", "2026-01-01", "2026-01-01", false],
];

test.each(table)("%s: %s", (name, _what, input, value, expected) => {
  expect(compare(name, input, value)).toBe(expected);
});

test("every operator of Studio's has its rows", () => {
  expect(new Set(table.map(([name]) => name))).toEqual(new Set(OPERATOR_NAMES));
  expect(OPERATOR_NAMES).toHaveLength(17);
});

test("isOperatorName() knows Studio's operators only", () => {
  expect(isOperatorName("regex")).toBe(true);
  expect(isOperatorName("toString")).toBe(false);
});
