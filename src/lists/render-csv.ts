import { unparse } from "papaparse";
import { columnNames } from "./csv-header";
import { defuse } from "./defuse";
import type { KeptEntry } from "./entry-change";
import type { ListDefinition } from "./list-definition";
import { printField } from "./read-entry";

/** A list's entries as rows of texts below the names of its columns. */
export function rowsOf(definition: ListDefinition, entries: readonly KeptEntry[]): string[][] {
  const { columns } = definition;
  return [
    columnNames(definition),
    ...entries.map(({ key, data }) => [key, ...columns.map((column) => printField(column, data))]),
  ];
}

/** A list as a CSV file, with nothing in it that a spreadsheet would take for a formula. */
export function renderCsv(definition: ListDefinition, entries: readonly KeptEntry[]): string {
  const rows = rowsOf(definition, entries).map((row) => row.map(defuse));
  return unparse(rows, { newline: "\n" });
}
