import allowed from "./allowed-words.json";
import { readPackageFile, unlikePackage } from "./package-file";

/** What lists of offensive words say. */
export interface DeniedWords {
  /** In letters a to z, as they are and, of several words, written in one. */
  readonly denied: ReadonlySet<string>;
  /** Words that may be meant harmlessly: 0 and 1 of `cuss`. */
  readonly doubtful: ReadonlySet<string>;
}

/**
 * Everything that one of three lists holds, but for what is allowed here.
 * @see https://github.com/words/cuss 2 is "likely used as a profanity"
 * @throws Error when a package is missing or unlike itself
 */
export async function readDeniedWords(): Promise<DeniedWords> {
  const [naughty, profane, ratings] = await Promise.all([
    readList("naughty-words", "en.json"),
    readList("profane-words", "words.json"),
    readRatings(),
  ]);
  const rated = (isDenied: boolean) =>
    [...ratings].filter(([, rating]) => (rating === 2) === isDenied).map(([word]) => word);
  const listed = [...naughty, ...profane, ...rated(true)].filter(isSpeech).map(inOneWord);
  const plain = new Set<string>(allowed);
  return {
    denied: new Set(listed.filter((word) => /^[a-z]+$/.test(word) && !plain.has(word))),
    doubtful: new Set(rated(false).filter((word) => !plain.has(word))),
  };
}

/** Not a word that was pulled apart, letter by letter: what such parts give together may be a syllable of many words. */
const isSpeech = (listed: string) => /[a-z]{2}/i.test(listed);

/** `two words` and `two-words` are dialled alike. */
const inOneWord = (listed: string) => listed.toLowerCase().replace(/[ _'.-]/g, "");

async function readList(name: string, file: string): Promise<string[]> {
  const words: unknown = JSON.parse(await readPackageFile(name, file));
  if (Array.isArray(words) && words.every((word) => typeof word === "string")) return words;
  throw unlikePackage(name, `${file} is no list of words`);
}

/** The package is an ECMAScript module with a line for each word, read here as text. */
async function readRatings(): Promise<ReadonlyMap<string, number>> {
  const text = await readPackageFile("cuss", "index.js");
  const lines = [...text.matchAll(/^ {2}(?:'([^']+)'|"([^"]+)"|(\w+)): ([012]),?$/gm)];
  const ratings = lines.map(([, single, double, bare, rating]) => {
    return [single ?? double ?? bare ?? "", Number(rating)] as const;
  });
  if (ratings.length < 1700) throw unlikePackage("cuss", `index.js holds ${ratings.length} words`);
  return new Map(ratings);
}
