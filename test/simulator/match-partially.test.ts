import { matchPartially } from "../../simulator/match-partially";

test.each<[string, unknown, unknown, string[]]>([
  ["equal texts", "voicemail", "voicemail", []],
  ["other texts", "voicemail", "abandoned", [': expected "voicemail", found "abandoned"']],
  ["an object with more keys", { a: 1 }, { a: 1, b: 2 }, []],
  ["a missing key", { a: { b: 1 } }, { a: {} }, ["a.b: expected 1, found nothing"]],
  ["arrays of the same length, each partially", [{ a: 1 }], [{ a: 1, b: 2 }], []],
  ["a longer array", [1], [1, 2], [": expected [1], found [1,2]"]],
  ["a wrong element", { list: [1, 2] }, { list: [1, 3] }, ["list[1]: expected 2, found 3"]],
  ["null where there is nothing", { a: null }, {}, []],
  ["null where there is something", { a: null }, { a: 1 }, ["a: expected null, found 1"]],
  ["an object where a text was found", { a: {} }, { a: "x" }, ['a: expected {}, found "x"']],
])("matchPartially() judges %s", (_sentence, expected, found, differences) => {
  expect(matchPartially(expected, found)).toEqual(differences);
});
