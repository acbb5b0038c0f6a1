import { unparse } from "papaparse";
import type { Spelling } from "../vanity/spelling";

/** A number and what it spells, the best first: also its JSON. */
export interface SpelledNumber {
  readonly number: string;
  readonly results: readonly Spelling[];
}

/** How spelled numbers are written down. */
export interface SpellingFormat {
  /** What stands before the first one. */
  readonly heading?: string;
  readonly render: (spelled: SpelledNumber) => string;
}

/** A JSON document a line. */
export const JSON_LINES: SpellingFormat = {
  render: ({ number, results }) => JSON.stringify({ number, results }),
};

/** A row for each result. */
export const CSV_ROWS: SpellingFormat = {
  heading: "number,rank,spelling,score,rung,words,definitions,why",
  render: ({ number, results }) =>
    csv(
      results.map(({ spelling, score, rung, words, why }, index) => [
        ...[number, index + 1, spelling, score, rung, words.map(({ text }) => text).join(" ")],
        ...[words.map(({ definition }) => definition).join(" | "), why],
      ]),
    ),
};

/** What a spreadsheet would take for a formula; numbers are none. */
const FORMULA = /^(?:[=\-@\t\r]|\+(?!\d{1,15}$))/;

function csv(rows: readonly (readonly (string | number)[])[]): string {
  return unparse(
    rows.map((row) => [...row]),
    { newline: "\n", escapeFormulae: FORMULA },
  );
}

/** To be read at a terminal. */
export const PLAIN: SpellingFormat = {
  render: ({ number, results }) => [number, ...results.map(plainResult)].join("\n"),
};

function plainResult({ spelling, score, words, why }: Spelling, index: number): string {
  const place = `${index + 1}.`.padStart(4);
  return [
    `${place} ${spelling.padEnd(18)} ${score.toFixed(1).padStart(5)}`,
    ...words.map(({ text, definition }) => `       ${text}: ${definition}`),
    `       (${why})`,
  ].join("\n");
}
