import { parse } from "papaparse";
import type { Spelling } from "../../../src/vanity/spelling";
import { CSV_ROWS, JSON_LINES, PLAIN } from "../../../src/vanity-command/render-spellings";

const FLOWERS: Spelling = {
  spelling: "800-FLOWERS",
  words: [{ text: "flowers", shown: "FLOWERS", definition: "plants, cultivated for their blooms" }],
  score: 41.77,
  why: "one word",
  rung: "words",
};
const SPELLED = { number: "+12125550144", results: [FLOWERS, { ...FLOWERS, words: [], score: 3 }] };

test("JSON is the number and its results on one line", () => {
  const line = JSON_LINES.render(SPELLED);
  expect(line).not.toContain("\n");
  expect(JSON.parse(line)).toEqual(SPELLED);
});

test("CSV is a row for each result, under its heading", () => {
  const { data } = parse(`${CSV_ROWS.heading}\n${CSV_ROWS.render(SPELLED)}`, { header: true });
  const row = { number: "+12125550144", spelling: "800-FLOWERS", rung: "words", why: "one word" };
  expect(data).toEqual([
    { ...row, rank: "1", score: "41.77", words: "flowers", definitions: FLOWERS.words[0]?.definition },
    { ...row, rank: "2", score: "3", words: "", definitions: "" },
  ]);
});

// https://owasp.org/www-community/attacks/CSV_Injection
test("no cell of CSV is a formula, and a number stays a number", () => {
  const words = [{ text: "acme", shown: "ACME", definition: '=HYPERLINK("https://a.example")' }];
  const line = CSV_ROWS.render({ ...SPELLED, results: [{ ...FLOWERS, words, why: "+6 for ending" }] });
  expect(line).toMatch(/^\+12125550144,/);
  const [cells] = parse<string[]>(line).data;
  expect(cells?.slice(-2)).toEqual(['\'=HYPERLINK("https://a.example")', "'+6 for ending"]);
});

test("at a terminal each word has its meaning below, and each result how its score comes about", () => {
  expect(PLAIN.render({ ...SPELLED, results: [FLOWERS] })).toBe(
    [
      "+12125550144",
      "  1. 800-FLOWERS         41.8",
      "       flowers: plants, cultivated for their blooms",
      "       (one word)",
    ].join("\n"),
  );
});
