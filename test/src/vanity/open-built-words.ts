import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeWords } from "../../../bench/vanity/write-words";
import { openWordFiles, type WordFiles } from "../../../src/runtime/vanity/word-files";

/** Opens the words as they are deployed. They are open once this is over, so that their folder need not stay. */
export async function openBuiltWords(): Promise<WordFiles> {
  const folder = mkdtempSync(join(tmpdir(), "gatehouse-words-"));
  try {
    return openWordFiles(await writeWords(folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
