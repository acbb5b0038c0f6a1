import { join } from "node:path";
import { VANITY_FILES, writeVanityAssets } from "../../src/build/vanity/write-vanity-assets";
import type { WordFilePaths } from "../../src/runtime/vanity/word-files";

/** Puts the word files, as they are deployed, into a folder. Rejects with what the build rejects with. */
export async function writeWords(folder: string): Promise<WordFilePaths> {
  await writeVanityAssets(folder);
  const [words, definitions] = VANITY_FILES;
  return {
    wordsPath: join(folder, "vanity", words),
    definitionsPath: join(folder, "vanity", definitions),
  };
}
