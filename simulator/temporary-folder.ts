import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A folder of our own below the system's temporary one. */
export interface TemporaryFolder {
  readonly path: string;
  remove(): void;
}

const folders = new Set<string>();

/** Makes a folder that is removed when asked, and at the latest when the process ends, also by Ctrl-C, SIGTERM or a closed terminal. */
export function makeTemporaryFolder(): TemporaryFolder {
  removeAllAtExit();
  const path = mkdtempSync(join(tmpdir(), "gatehouse-"));
  folders.add(path);
  return { path, remove: () => removeFolder(path) };
}

function removeFolder(path: string): void {
  rmSync(path, { recursive: true, force: true });
  folders.delete(path);
}

let watching = false;

function removeAllAtExit(): void {
  if (watching) return;
  watching = true;
  process.once("exit", () => [...folders].forEach(removeFolder));
  for (const [signal, code] of [
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ] as const)
    process.once(signal, () => process.exit(code));
}
