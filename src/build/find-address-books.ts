import { realpath, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { formatFound, formatPath, type Problem } from "../config/problem";
import type { UncompiledLine, UncompiledPolicy } from "../config/read-policy";

/** What the address book is called of a line that names none. */
export const DEFAULT_CONTACTS = "contacts.private.vcf";

/** The files that say which address books there are. */
export interface BookSources {
  readonly policyFile: string;
  /** Takes the place of every line's address book. */
  readonly contactsFile?: string | undefined;
}

/** Each line's address book, by the line's number; undefined for a line without one. And what could not be found. */
export interface AddressBooks {
  readonly files: ReadonlyMap<string, string | undefined>;
  readonly problems: readonly Problem[];
}

/** Finds the address book of every line. Two names of one file are one book. Only the default book may be missing. */
export async function findAddressBooks(
  policy: UncompiledPolicy,
  sources: BookSources,
): Promise<AddressBooks> {
  const files = new Map<string, string | undefined>();
  const problems: Problem[] = [];
  for (const [index, line] of Object.values(policy.lines).entries()) {
    const named = sources.contactsFile ?? line.contacts;
    const path = sources.contactsFile ?? resolve(dirname(sources.policyFile), named ?? DEFAULT_CONTACTS);
    const file = await existing(path);
    files.set(line.number, file);
    const isSaid = index > 0 && sources.contactsFile !== undefined;
    if (file === undefined && named !== undefined && !isSaid) problems.push(missing(line, policy, sources));
  }
  return { files, problems };
}

async function existing(path: string): Promise<string | undefined> {
  const entry = await stat(path).catch(() => undefined);
  return entry?.isFile() ? realpath(path) : undefined;
}

function missing(
  { number, contacts }: UncompiledLine,
  policy: UncompiledPolicy,
  sources: BookSources,
): Problem {
  const allowed = "a vCard file that exists";
  if (sources.contactsFile !== undefined)
    return { file: sources.contactsFile, found: "no such file", allowed };
  const path = ["lines", policy.keyOf(number), "contacts"];
  return {
    file: sources.policyFile,
    line: policy.lineOf(path),
    path: formatPath(path),
    found: formatFound(contacts),
    allowed: `${allowed}, relative to this one`,
  };
}
