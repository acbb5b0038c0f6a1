import { parseJson } from "../config/parse-json";
import { formatFound, formatPath, type Problem } from "../config/problem";
import type { ListDefinition } from "./list-definition";
import { type ParsedRows, parseEntry, type Source } from "./parse-rows";
import { isData } from "./read-entry";

/** What the fields are called in such a file, by the columns of our list. */
const FIELDS = {
  number: "Number",
  person: "Person",
  overrideBedtime: "OverrideBedtime",
  primaryContact: "PrimaryContact",
} as const;
const ALLOWED = 'a list of people: [{ "Number": "+12125550142", "Person": "Kim", … }]';

/**
 * Reads a JSON list of people, as other home phones on Twilio keep it in `whitelistnumbers.json`. Names of fields are read
 * in small letters or capitals, numbers with or without `+`; fields that are none of these are left out. Who is new on
 * the list counts in both directions, as such a file has it.
 */
export function parseWhitelist(definition: ListDefinition, text: string, source: Source): ParsedRows {
  const { file } = source;
  const document = parseJson(text);
  if ("fix" in document) {
    const { line, column, fix } = document;
    return { entries: [], problems: [{ file, line, column, allowed: `not valid JSON: ${fix}` }] };
  }
  const { value, lineOf } = document;
  if (!Array.isArray(value))
    return { entries: [], problems: [{ file, line: 1, found: formatFound(value), allowed: ALLOWED }] };
  const people: readonly unknown[] = value;
  const parsed = people.map((person, index) =>
    parsePerson(definition, { person, index, line: lineOf([index]) }, source),
  );
  return {
    entries: parsed.flatMap(({ entries }) => entries),
    problems: parsed.flatMap(({ problems }) => problems),
  };
}

interface Place {
  readonly person: unknown;
  readonly index: number;
  readonly line: number;
}

function parsePerson(definition: ListDefinition, { person, index, line }: Place, source: Source): ParsedRows {
  const { file } = source;
  if (!isData(person)) {
    const problem = { file, line, path: formatPath([index]), found: formatFound(person), allowed: ALLOWED };
    return { entries: [], problems: [problem] };
  }
  const texts = new Map(Object.keys(FIELDS).map((column) => [column, textIn(person, column)]));
  const given = new Map([...texts].filter(([, value]) => value !== ""));
  const key = texts.get("number") ?? "";
  const { entries, problems } = parseEntry(definition, { key, texts: given, line }, source);
  return { entries, problems: problems.map((problem) => located(problem, index)) };
}

/** Numbers and yes-or-no as text; lists and objects as JSON, which is then nothing that is allowed. */
function textIn(person: Readonly<Record<string, unknown>>, column: string): string {
  const name = Object.keys(person).find((key) => key.toLowerCase() === column.toLowerCase());
  const value = name === undefined ? undefined : person[name];
  if (value === undefined || value === null) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** Named as the file names it: `[2].Number`. */
function located(problem: Problem, index: number): Problem {
  const field = Object.entries(FIELDS).find(([column]) => column === problem.path)?.[1];
  return { ...problem, path: formatPath(field === undefined ? [index] : [index, field]) };
}
