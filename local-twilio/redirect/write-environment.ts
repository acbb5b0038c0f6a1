import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";

/**
 * Makes way for an environment that comes later, so that whoever waits for the file never finds a stale one.
 * @throws Error when the file holds something else: an owner's .env must not be lost to a slip
 */
export function clearEnvironment(file: string): void {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return;
  const text = readFileSync(file, "utf8");
  if (text.trim() !== "" && !/^LOCAL_TWILIO_PORT=/m.test(text))
    throw new Error(`Cannot write ${file}: it holds something else; remove it or name another file`);
  rmSync(file);
}

/**
 * Writes the file at once: whoever waits for it never finds half of it. Only its owner may read it.
 * @throws Error that names the file when it cannot be written
 */
export function writeEnvironment(file: string, text: string): void {
  const part = `${file}.${process.pid}`;
  try {
    writeFileSync(part, text, { mode: 0o600 });
    renameSync(part, file);
  } catch (error) {
    rmSync(part, { force: true });
    throw new Error(`Cannot write ${file}: ${error instanceof Error ? error.message : error}`);
  }
}
