import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { VANITY_FILES, writeVanityAssets } from "../build/vanity/write-vanity-assets";
import { openWordFiles, type WordFiles } from "../runtime/vanity/word-files";

/** After so many milliseconds whoever waits is told why. */
const PATIENCE_MS = 1000;

/** The words that numbers are spelled with, without any build before; they are made where they are not kept from before. */
export async function openWords(tell: (text: string) => void): Promise<WordFiles> {
  const folder = await mkdtemp(join(tmpdir(), "gatehouse-words-"));
  const waiting = setTimeout(() => tell("Collecting the words: some seconds, the first time…"), PATIENCE_MS);
  try {
    await writeVanityAssets(folder);
    const [words, definitions] = VANITY_FILES;
    const pathOf = (name: string) => join(folder, "vanity", name);
    return openWordFiles({ wordsPath: pathOf(words), definitionsPath: pathOf(definitions) });
  } finally {
    clearTimeout(waiting);
    // What is open stays readable: so nothing is left behind, however the command ends.
    await rm(folder, { recursive: true });
  }
}
