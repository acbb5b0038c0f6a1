import { readFile, stat } from "node:fs/promises";
import type { BookReport } from "../build/assets-report";
import { compileBook } from "../build/compile-book";
import { countryHere } from "./country-here";
import type { Session } from "./question";

/** An address book as it was found, and what became of it. */
export interface ImportedContacts {
  readonly bytes: Uint8Array;
  readonly report: BookReport;
}

/** Reads a vCard file as the build will. @returns a sentence when it cannot be one */
export async function importContacts(
  file: string,
  session: Session,
): Promise<ImportedContacts | { readonly problem: string }> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) return { problem: `there is no file ${file}` };
  const bytes = await readFile(file);
  const { report } = await compileBook({ file, asset: "/contacts.tsv", country: countryHere(session) });
  if (report.contacts > 0) return { bytes, report };
  return { problem: `${file} holds no card that can be read: export your contacts as a vCard (.vcf) file` };
}
