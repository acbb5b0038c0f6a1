import { relative } from "node:path";
import type { Duplicate } from "../contacts/compile-index";
import type { Skipped } from "../contacts/contact";

/** What became of one address book. */
export interface BookReport {
  /** The vCard file; undefined for a line that has none. */
  readonly file: string | undefined;
  /** The path of the number index among the private assets, such as `/contacts.tsv`. */
  readonly asset: string;
  /** Cards that were read. */
  readonly contacts: number;
  /** Distinct numbers. */
  readonly numbers: number;
  readonly skipped: readonly Skipped[];
  readonly duplicates: readonly Duplicate[];
}

/** What compiling the assets made. */
export interface AssetsReport {
  readonly policyFile: string;
  readonly outDir: string;
  /** How many lines the policy has. */
  readonly lines: number;
  readonly books: readonly BookReport[];
  /** How many words numbers may be spelled with; undefined where none are spelled. */
  readonly words: number | undefined;
  /** The other assets, relative to the assets folder. */
  readonly copied: readonly string[];
}

/** The report as text for the owner: a line a book, and a line for everything that was left out. */
export function formatAssetsReport({ policyFile, lines, books, words, copied }: AssetsReport): string {
  return [
    `Policy: ${policyFile}, ${counted(lines, "line")}`,
    ...books.flatMap(formatBook),
    ...(words === undefined ? [] : [`Words that numbers are spelled with: ${words.toLocaleString("en-US")}`]),
    `Other assets: ${copied.join(", ") || "none"}`,
  ].join("\n");
}

/** What became of an address book, in lines. */
export function formatBook({ file, asset, contacts, numbers, skipped, duplicates }: BookReport): string[] {
  if (file === undefined) return [`Contacts: none (${asset}): every caller is a stranger`];
  const name = relative(".", file);
  const counts = [
    counted(contacts, "contact"),
    counted(numbers, "number"),
    counted(duplicates.length, "duplicate"),
  ];
  return [
    `Contacts: ${name} (${asset}), ${counts.join(", ")}, ${skipped.length} skipped`,
    ...skipped.map(({ line, reason }) => `  ${name}:${line}: ${reason}`),
    ...duplicates.map(
      (each) => `  ${name}:${each.line}: ${each.number} is there already, as "${each.keptName}"`,
    ),
  ];
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
