import { basename } from "node:path";

/** The name of the index of lines without an address book. */
const NO_BOOK = "no-contacts";

/**
 * Gives each distinct address book the name of its index: its file's, in letters that a URL takes; a second file of that
 * name, or one whose name is taken, gets a number.
 */
export function nameBooks(
  files: readonly (string | undefined)[],
  taken: readonly string[],
): ReadonlyMap<string | undefined, string> {
  const names = new Map<string | undefined, string>();
  const used = new Set(taken.map((name) => name.toLowerCase()));
  for (const file of new Set(files)) {
    const name = freeName(file === undefined ? NO_BOOK : slug(file), used);
    used.add(name);
    names.set(file, name);
  }
  return names;
}

function slug(file: string): string {
  const [base = ""] = basename(file).split(/(?:\.private|\.protected)?\.[^.]*$/);
  return (
    base
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "") || "contacts"
  );
}

function freeName(name: string, used: ReadonlySet<string>): string {
  if (!used.has(name)) return name;
  let count = 2;
  while (used.has(`${name}-${count}`)) count += 1;
  return `${name}-${count}`;
}
