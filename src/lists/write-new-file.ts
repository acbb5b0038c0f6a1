import { existsSync, rmSync, writeFileSync } from "node:fs";

/** Only the owner may read it: numbers and names are nobody else's business. */
const OWNER_ONLY = 0o600;

/**
 * Writes a file that does not exist yet, wholly or not at all.
 * @throws Error when it exists, or cannot be written
 */
export function writeNewFile(file: string, content: string): void {
  if (existsSync(file)) throw new Error(`${file} exists already: choose another name`);
  try {
    writeFileSync(file, content, { flag: "wx", mode: OWNER_ONLY });
  } catch (failure) {
    if (!(failure instanceof Error && Reflect.get(failure, "code") === "EEXIST"))
      rmSync(file, { force: true });
    throw failure;
  }
}
