import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeWords } from "../../../bench/vanity/write-words";
import { openWordFiles, type WordFiles } from "../../../src/runtime/vanity/word-files";

/** How long to wait for them: where none are kept yet, they are made, which takes some ten seconds of a machine's own time. */
export const MAKING_WORDS_MS = 180_000;

/** Opens the words as they are deployed. They are open once this is over, so that their folder need not stay. */
export async function openBuiltWords(): Promise<WordFiles> {
  const folder = mkdtempSync(join(tmpdir(), "gatehouse-words-"));
  try {
    return openWordFiles(await writeWords(folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
