import type { IrregularForms } from "./read-irregular-forms";
import type { PartOfSpeech } from "./read-wordnet";

/** What a word is, or may be a form of. */
export interface Lemma {
  readonly text: string;
  readonly part: PartOfSpeech;
  readonly isInflected: boolean;
}

/** "robed" is of "robe": one syllable with one vowel and one consonant would have doubled the consonant. */
const UNDOUBLED = "(?<!^[^aeiou]*[aeiou][bdgkmnprt])";

/**
 * How words are inflected: an ending, and what takes its place.
 * @see https://wordnet.princeton.edu/documentation/morphy7wn the rules of detachment; doubled letters are our own
 */
const ENDINGS: Readonly<Record<PartOfSpeech, readonly (readonly [ending: RegExp, instead: string])[]>> = {
  noun: [
    [/(?<!s)s$/, ""],
    [/ses$/, "s"],
    [/xes$/, "x"],
    [/zes$/, "z"],
    [/ches$/, "ch"],
    [/shes$/, "sh"],
    [/men$/, "man"],
    [/ies$/, "y"],
    [/oes$/, "o"],
  ],
  verb: [
    [/(?<!s)s$/, ""],
    [/ies$/, "y"],
    [/es$/, "e"],
    [/es$/, ""],
    [/ied$/, "y"],
    [/ed$/, "e"],
    [new RegExp(`${UNDOUBLED}ed$`), ""],
    [/ing$/, "e"],
    [new RegExp(`${UNDOUBLED}ing$`), ""],
    [/([bdfgklmnprtvz])\1(ed|ing)$/, "$1"],
  ],
  adjective: [
    [new RegExp(`${UNDOUBLED}er$`), ""],
    [new RegExp(`${UNDOUBLED}est$`), ""],
    [/er$/, "e"],
    [/est$/, "e"],
    [/ier$/, "y"],
    [/iest$/, "y"],
    [/([bdgmnprt])\1(er|est)$/, "$1"],
  ],
  adverb: [],
};

const PARTS: readonly PartOfSpeech[] = ["noun", "verb", "adjective", "adverb"];
/** `his` is no form of `hi`. */
const SHORTEST = 3;
const SHORT_VERBS = new Set(["go", "do"]);

/** All that a word may be in a dictionary: itself, and what it is a form of. Whether that is a word is not known here. */
export function lemmasOf(word: string, irregular: IrregularForms): readonly Lemma[] {
  return PARTS.flatMap((part) => [
    { text: word, part, isInflected: false },
    ...formsOf(word, part, irregular).map((text) => ({ text, part, isInflected: true })),
  ]);
}

/** A form that is irregular is not a regular one of something else. */
function formsOf(word: string, part: PartOfSpeech, irregular: IrregularForms): readonly string[] {
  const exception = irregular[part].get(word);
  if (exception !== undefined) return [exception];
  const regular = ENDINGS[part]
    .filter(([ending]) => ending.test(word))
    .map(([ending, instead]) => word.replace(ending, instead));
  return [...new Set(regular)].filter((text) => text.length >= SHORTEST || SHORT_VERBS.has(text));
}
