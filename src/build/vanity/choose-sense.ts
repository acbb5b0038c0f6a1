import type { IrregularForms } from "./read-irregular-forms";
import { isFlagged } from "./flagged-gloss";
import { lemmasOf } from "./lemmas-of";
import type { Synset } from "./parse-synset";
import type { Sense, WordNet } from "./read-wordnet";
import { speakableGloss } from "./speakable-gloss";

/** The meaning of a word that is spoken. */
export interface ChosenSense {
  readonly sense: Sense;
  readonly file: number;
  readonly isInflected: boolean;
  /** Whether nothing but names are written like this. */
  readonly isName: boolean;
  readonly gloss: string;
}

/** What meanings are chosen by. */
export interface Dictionary {
  readonly wordNet: WordNet;
  readonly irregular: IrregularForms;
  readonly denied: ReadonlySet<string>;
  /** Where the nouns begin that say that a word hurts. */
  readonly hurtful: ReadonlySet<number>;
}

interface Candidate {
  readonly sense: Sense;
  readonly synset: Synset;
  readonly isInflected: boolean;
  readonly isName: boolean;
}

/** The nouns of WordNet that mark what hurts. */
const HURTFUL = ["disparagement", "obscenity"];

/** The usages that a caller should not hear of, `ethnic slur` among them, which is two words and one kind of the first. */
export function hurtfulUsages(wordNet: WordNet): ReadonlySet<number> {
  return new Set(HURTFUL.flatMap((word) => wordNet.sensesOf(word).map(({ offset }) => offset)));
}

/**
 * The commonest meaning of a word that can be told to anybody.
 * @returns undefined when the dictionary lacks the word, or such a meaning
 */
export function chooseSense(word: string, dictionary: Dictionary): ChosenSense | undefined {
  const candidates = candidatesOf(word, dictionary);
  // "Jack" is a name, and "jack" is not.
  const common = candidates.filter(({ isName }) => !isName);
  const ranked = (common.length > 0 ? common : candidates).sort(byRank);
  for (const candidate of ranked) {
    const gloss = cleanGloss(candidate.synset, dictionary);
    if (gloss === undefined) continue;
    const { sense, synset, isInflected, isName } = candidate;
    return { sense, file: synset.file, isInflected, isName, gloss };
  }
  return undefined;
}

function candidatesOf(word: string, { wordNet, irregular }: Dictionary): Candidate[] {
  return lemmasOf(word, irregular).flatMap(({ text, part, isInflected }) =>
    wordNet
      .sensesOf(text)
      .filter((sense) => sense.part === part)
      .map((sense) => {
        const synset = wordNet.synsetOf(sense);
        return { sense, synset, isInflected, isName: !synset.words.includes(text) };
      }),
  );
}

const PARTS = ["noun", "verb", "adjective", "adverb"];

/** How much more a word counts than what it may be a form of: "building" is a house before it is what builders do. */
const ITSELF = 4;

/** What was met most often; then what stands first in the dictionary. */
function byRank(a: Candidate, b: Candidate): number {
  return (
    weightOf(b) - weightOf(a) ||
    a.sense.place - b.sense.place ||
    PARTS.indexOf(a.sense.part) - PARTS.indexOf(b.sense.part)
  );
}

const weightOf = ({ sense: { count }, isInflected }: Candidate): number =>
  isInflected ? count : ITSELF * (1 + count);

/** Of what the word is said, and no more. */
const SAYS_LITTLE = /^(?:used )?(?:especially )?of \w+(?: for example| or \w+)?$/;

function cleanGloss(synset: Synset, { denied, hurtful }: Dictionary): string | undefined {
  const told = synset.gloss.replace(/;?\s*"[^"]*"?/g, "");
  if (synset.usages.some((usage) => hurtful.has(usage)) || isFlagged(told, denied)) return undefined;
  const gloss = speakableGloss(synset.gloss);
  return gloss === "" || synset.words.includes(gloss) || SAYS_LITTLE.test(gloss) ? undefined : gloss;
}
