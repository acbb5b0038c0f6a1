import { packageFile, readPackageFile, unlikePackage } from "./package-file";
import type { PartOfSpeech } from "./read-wordnet";

const NAME = "wink-lexicon";
const FILES = {
  noun: "src/wn-noun-exceptions.js",
  verb: "src/wn-verb-exceptions.js",
  adjective: "src/wn-adjective-exceptions.js",
} as const;

/** The forms that no rule tells, each with what it is a form of: `went` is of `go`. */
export type IrregularForms = Readonly<Record<PartOfSpeech, ReadonlyMap<string, string>>>;

/**
 * WordNet's lists of exceptions, which its own package lacks.
 * @see https://wordnet.princeton.edu/documentation/morphy7wn
 * @throws Error when the package is missing or unlike itself
 */
export async function readIrregularForms(): Promise<IrregularForms> {
  const [noun, verb, adjective] = await Promise.all([
    readForms(FILES.noun),
    readForms(FILES.verb),
    readForms(FILES.adjective),
  ]);
  return { noun, verb, adjective, adverb: new Map() };
}

async function readForms(file: string): Promise<ReadonlyMap<string, string>> {
  await readPackageFile(NAME, file);
  const forms: unknown = require(packageFile(NAME, file));
  if (typeof forms !== "object" || forms === null) throw unlikePackage(NAME, `${file} is no table`);
  return new Map(
    Object.entries(forms).filter(
      (entry): entry is [string, string] => typeof entry[1] === "string" && entry[1] !== entry[0],
    ),
  );
}
