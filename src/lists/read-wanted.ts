import { didYouMean } from "../config/did-you-mean";
import { readCategories, readContacts } from "../contacts/read-contacts";
import type { ListDefinition } from "./list-definition";
import { type ParsedRows, parseEntry, parseRows, type Source } from "./parse-rows";
import { parseWhitelist } from "./parse-whitelist";
import { readCsv } from "./read-csv";

/** A file that is imported: its bytes, and of an address book the category of the cards that are meant. */
export interface ImportFile {
  readonly bytes: Uint8Array;
  readonly category: string | undefined;
}

/** The entries of a file, and what of it was left out: a sentence each. */
export interface WantedRows extends ParsedRows {
  readonly leftOut: readonly string[];
}

/**
 * Reads what a file wants of a list, by the ending of its name: CSV, an address book, or a JSON list of people.
 * @throws Error for a list that takes no such file, and for a category that is missing
 */
export function readWanted(definition: ListDefinition, given: ImportFile, source: Source): WantedRows {
  const { file } = source;
  const kind = /\.(json|vcf|vcard)$/i.exec(file)?.[1]?.toLowerCase();
  if (kind !== undefined && definition.name !== "allowlist")
    throw new Error(`${definition.name} takes CSV files only; ${file} could be imported into allowlist`);
  if (kind !== undefined && kind !== "json") return readBook(definition, given, source);
  if (given.category !== undefined)
    throw new Error(`--category chooses cards of an address book (.vcf), and ${file} is none`);
  const rows =
    kind === "json"
      ? parseWhitelist(definition, Buffer.from(given.bytes).toString(), source)
      : parseRows(definition, readCsv(given.bytes), source);
  return { ...rows, leftOut: [] };
}

/** Every number of the cards of a category. Who may call children is never guessed: a category must be named. */
function readBook(definition: ListDefinition, { bytes, category }: ImportFile, source: Source): WantedRows {
  const { file, locale } = source;
  const categories = readCategories(bytes);
  const known = categories.length === 0 ? "no card of it has any" : `it has ${categories.join(", ")}`;
  if (category === undefined) throw new Error(`Which cards of ${file}? --category NAME says; ${known}`);
  const { contacts, cards, skipped } = readContacts(bytes, locale.country, { category });
  if (cards === 0)
    throw new Error(
      `${file} has no card of the category ${category}${didYouMean(category, categories)}: ${known}`,
    );
  const parsed = contacts.map(({ number, name, line }) => {
    const texts = new Map([["person", name]]);
    return parseEntry(definition, { key: number, texts, line }, source);
  });
  return {
    entries: parsed.flatMap(({ entries }) => entries),
    problems: parsed.flatMap(({ problems }) => problems),
    leftOut: skipped.map(({ line, reason }) => `${file}:${line}: left out: ${reason}`),
  };
}
