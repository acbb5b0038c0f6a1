import { didYouMean } from "../config/did-you-mean";
import { formatFound, type Problem } from "../config/problem";
import type { ListDefinition } from "./list-definition";
import type { CsvRow } from "./read-csv";

/** Which column of the list each cell of a record is in; undefined for a heading that is empty. */
export type Headings = readonly (string | undefined)[];

/** The columns of a list's CSV file, the key first. */
export function columnNames({ key, columns }: ListDefinition): string[] {
  return [key.heading, ...columns.map(({ name }) => name)];
}

/** Reads the first record, in any order and in small letters or capitals, and says what is wrong with it. */
export function readHeader(
  definition: ListDefinition,
  { line, cells }: CsvRow,
  file: string,
): { readonly headings: Headings; readonly problems: readonly Problem[] } {
  const known = columnNames(definition);
  const headings = cells.map((cell) =>
    known.find((name) => name.toLowerCase() === cell.trim().toLowerCase()),
  );
  const unknown = cells.filter((cell, index) => headings[index] === undefined && cell.trim() !== "");
  const twice = headings.filter((name, index) => name !== undefined && headings.indexOf(name) < index);
  const missing = requiredNames(definition).filter((name) => !headings.includes(name));
  const problems = [
    ...unknown.map((cell) => ({
      path: "column",
      found: formatFound(cell),
      allowed: `${known.join(", ")}${didYouMean(cell.trim(), known)}`,
    })),
    ...twice.map((name) => ({ allowed: `the column ${name} once, not twice` })),
    ...missing.map((name) => ({ allowed: `the column ${name}, which is missing` })),
  ];
  return { headings, problems: problems.map((problem) => ({ file, line, ...problem })) };
}

function requiredNames({ key, columns }: ListDefinition): string[] {
  return [key.heading, ...columns.filter(({ isRequired }) => isRequired).map(({ name }) => name)];
}
