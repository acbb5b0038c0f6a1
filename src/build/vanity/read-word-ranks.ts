import { readPackageFile, unlikePackage } from "./package-file";

const NAME = "popular-english-words";
/** 225,555 in version 1.0.2. */
const AT_LEAST = 200_000;

/**
 * How often Wikipedia uses words: each word's place, from 0 for the commonest. The package is an ECMAScript module with the
 * list written out in it, read here as text, which every way of running TypeScript can do.
 * @throws Error when the package is missing or unlike itself
 */
export async function readWordRanks(): Promise<ReadonlyMap<string, number>> {
  const text = await readPackageFile(NAME, "words.js");
  const words = [...text.matchAll(/'([a-z]+)'/g)].map(([, word]) => word ?? "");
  if (words.length < AT_LEAST) throw unlikePackage(NAME, `words.js holds ${words.length} words`);
  return new Map(words.map((word, rank) => [word, rank]));
}
