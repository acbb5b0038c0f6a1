import { formatFound, type Problem } from "../config/problem";
import { notANumber } from "./columns";
import { columnNames, type Headings, readHeader } from "./csv-header";
import { undefuse } from "./defuse";
import { numberKey } from "./keys";
import type { Column, ListDefinition, ListLocale } from "./list-definition";
import type { Csv, CsvRow } from "./read-csv";

/** What the owner wants an entry to say: of each column that is spoken of its value, undefined for none. */
export interface WantedEntry {
  readonly key: string;
  readonly cells: ReadonlyMap<string, unknown>;
  /** Of the file, from 1; undefined when it comes from the command line. */
  readonly line: number | undefined;
}

/** Entries, and everything that stands in the way of others. */
export interface ParsedRows {
  readonly entries: readonly WantedEntry[];
  readonly problems: readonly Problem[];
}

/** An entry as texts, by the names of its columns; "" says that there is none. */
export interface WrittenEntry {
  readonly key: string;
  readonly texts: ReadonlyMap<string, string>;
  readonly line: number | undefined;
}

/** How things are written, and where: `file` is for messages. */
export interface Source {
  readonly file: string;
  readonly locale: ListLocale;
}

/** The entries of a CSV file, whose first record names the columns. */
export function parseRows(definition: ListDefinition, { rows, faults }: Csv, source: Source): ParsedRows {
  const { file } = source;
  const [header, ...records] = rows;
  if (header === undefined) {
    const allowed = `a first line with the columns ${columnNames(definition).join(", ")}`;
    return { entries: [], problems: [{ file, found: "an empty file", allowed }] };
  }
  const { headings, problems: headerProblems } = readHeader(definition, header, file);
  if (headerProblems.length > 0) return { entries: [], problems: headerProblems };
  const parsed = records.map((row) => parseRecord(definition, row, { ...source, headings }));
  const faulty = new Set(faults.map(({ line }) => line));
  const problems = [
    ...faults.map((fault) => ({ file, ...fault })),
    ...parsed.flatMap((result) => result.problems.filter(({ line }) => !faulty.has(line ?? 0))),
  ];
  return {
    entries: parsed.flatMap(({ entries }) => entries),
    problems: problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
  };
}

function parseRecord(
  definition: ListDefinition,
  { line, cells }: CsvRow,
  source: Source & { readonly headings: Headings },
): ParsedRows {
  const { file, headings } = source;
  const stray = cells.find((cell, index) => headings[index] === undefined && cell.trim() !== "");
  if (stray !== undefined) {
    const allowed =
      "nothing beyond the columns of the first line: text with a separator in it stands in quotes";
    return { entries: [], problems: [{ file, line, found: formatFound(stray), allowed }] };
  }
  const texts = new Map(
    headings.flatMap((name, index) => (name === undefined ? [] : [[name, undefuse(cells[index] ?? "")]])),
  );
  return parseEntry(definition, { key: texts.get(definition.key.heading) ?? "", texts, line }, source);
}

/** One entry, from a record of a file or from the command line. */
export function parseEntry(
  definition: ListDefinition,
  { key: text, texts, line }: WrittenEntry,
  { file, locale }: Source,
): ParsedRows {
  const key = text.trim() === "" ? undefined : definition.key.read(text, locale);
  const keyProblem = {
    path: definition.key.heading,
    found: formatFound(text),
    allowed: allowedKey(definition, text),
  };
  const cells = definition.columns.flatMap((column) => readCell(column, texts.get(column.name), locale));
  const problems = [
    ...(key === undefined ? [keyProblem] : []),
    ...cells.flatMap(({ problem }) => problem ?? []),
  ].map((problem): Problem => ({ file, ...(line === undefined ? {} : { line }), ...problem }));
  if (key === undefined || problems.length > 0) return { entries: [], problems };
  return {
    entries: [{ key, line, cells: new Map(cells.map(({ name, value }) => [name, value])) }],
    problems,
  };
}

function allowedKey({ key }: ListDefinition, text: string): string {
  return key === numberKey ? notANumber(text) : key.allowed;
}

interface Cell {
  readonly name: string;
  readonly value?: unknown;
  readonly problem?: Pick<Problem, "path" | "found" | "allowed">;
}

function readCell(column: Column, text: string | undefined, locale: ListLocale): Cell[] {
  const { name, whenEmpty } = column;
  if (text === undefined) return [];
  if (text.trim() === "") return [{ name, value: whenEmpty }];
  const reading = column.read(text, locale);
  if ("value" in reading) return [{ name, value: reading.value }];
  return [{ name, problem: { path: name, found: formatFound(text), ...reading } }];
}
