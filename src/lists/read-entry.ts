import { formatFound } from "../config/problem";
import type { Column, Data, FieldProblem, ListDefinition, ListLocale } from "./list-definition";

/** What calls make of an entry's data: its fields in the list's own terms, and what is wrong with the others. */
export interface ReadEntry {
  readonly fields: Data;
  readonly problems: readonly FieldProblem[];
}

/** Reads the data of an entry, which the owner may have edited by hand in the Sync console. */
export function readEntry(definition: ListDefinition, data: unknown, locale: ListLocale): ReadEntry {
  if (!isData(data)) {
    const problem = { found: formatFound(data), allowed: 'an object, such as { "note": "…" }' };
    return { fields: {}, problems: [problem] };
  }
  const read = definition.columns.map((column) => readField(column, data[column.name], locale));
  const fields: Data = Object.assign({}, ...read.map(({ field }) => field));
  const problems = read.flatMap(({ problem }) => problem ?? []);
  return { fields, problems: problems.length > 0 ? problems : (definition.check?.(fields) ?? []) };
}

/** What is wrong with a key as it stands in Sync; undefined for one that calls find. */
export function keyProblem(
  { key: kind }: ListDefinition,
  key: string,
  locale: ListLocale,
): FieldProblem | undefined {
  if (kind.meaning(key) !== undefined) return undefined;
  return { found: formatFound(key), allowed: kind.read(key, locale) ?? kind.allowed };
}

/** What in an entry the list has no column for. */
export function foreignFields({ columns }: ListDefinition, data: unknown): Data {
  if (!isData(data)) return {};
  const known = new Set(columns.map(({ name }) => name));
  return Object.fromEntries(Object.entries(data).filter(([name]) => !known.has(name)));
}

/** A field as text; "" when nothing is said. */
export function printField(column: Column, data: unknown): string {
  const value = isData(data) ? data[column.name] : undefined;
  return isLeftOut(value) ? "" : column.print(value);
}

export function isData(value: unknown): value is Data {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isLeftOut(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === "string" && value.trim() === "");
}

function readField(
  column: Column,
  value: unknown,
  locale: ListLocale,
): { readonly field?: Data; readonly problem?: FieldProblem } {
  const { name, allowed, isRequired, whenEmpty } = column;
  if (isLeftOut(value)) {
    if (isRequired) return { problem: { field: name, found: "nothing", allowed } };
    return whenEmpty === undefined ? {} : { field: { [name]: whenEmpty } };
  }
  if (!column.isOfKind(value)) return { problem: { field: name, found: formatFound(value), allowed } };
  const reading = column.read(column.print(value), locale);
  return "value" in reading
    ? { field: { [name]: reading.value } }
    : { problem: { field: name, found: formatFound(value), ...reading } };
}
