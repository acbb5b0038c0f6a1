import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { VANITY_FILES, writeVanityAssets } from "../build/vanity/write-vanity-assets";
import { openWordFiles, type WordFiles } from "../runtime/vanity/word-files";

/** After so many milliseconds whoever waits is told why. */
const PATIENCE_MS = 1000;

/** Words with a folder of their own. */
export interface OpenedWords {
  readonly words: WordFiles;
  close(): Promise<void>;
}

/** The words that numbers are spelled with, without any build before; they are made where they are not kept from before. */
export async function openWords(tell: (text: string) => void): Promise<OpenedWords> {
  const folder = await mkdtemp(join(tmpdir(), "gatehouse-words-"));
  const close = () => rm(folder, { recursive: true, force: true });
  const waiting = setTimeout(() => tell("Collecting the words: some seconds, the first time…"), PATIENCE_MS);
  try {
    await writeVanityAssets(folder);
    const [wordsPath, definitionsPath] = VANITY_FILES.map((name) => join(folder, "vanity", name));
    if (wordsPath === undefined || definitionsPath === undefined) throw new Error("There are no words");
    return { words: openWordFiles({ wordsPath, definitionsPath }), close };
  } catch (failure) {
    await close();
    throw failure;
  } finally {
    clearTimeout(waiting);
  }
}
