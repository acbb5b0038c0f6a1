import { readFile } from "node:fs/promises";
import { compileIndex } from "../contacts/compile-index";
import { readContacts } from "../contacts/read-contacts";
import type { BookReport } from "./assets-report";

/** The number index of an address book, and what became of the book. */
export interface CompiledBook {
  readonly index: string;
  readonly report: BookReport;
}

/** An address book to compile: its file (undefined: none), the asset it becomes, whose its numbers without `+` are. */
export interface BookToCompile {
  readonly file: string | undefined;
  readonly asset: string;
  readonly country: string;
}

/** Compiles an address book to a number index. A book without numbers is one empty line: no asset may be empty. */
export async function compileBook({ file, asset, country }: BookToCompile): Promise<CompiledBook> {
  const { contacts, cards, skipped } = readContacts(
    file === undefined ? Buffer.of() : await readFile(file),
    country,
  );
  const { index, numbers, duplicates } = compileIndex(contacts);
  return { index: index || "\n", report: { file, asset, contacts: cards, numbers, skipped, duplicates } };
}
