import type { ChosenSense } from "./choose-sense";
import { ownGloss } from "./own-glosses";
import type { PartOfSpeech } from "./read-wordnet";
import { withinBreath } from "./speakable-gloss";

/** What to say that a word means: of a form, what it is a form of, where that makes a sentence. */
export function definitionOf(word: string, { sense, isInflected, gloss }: ChosenSense): string {
  const { lemma, part } = sense;
  const own = ownMeaning(lemma, part);
  // A gloss that is of one alone, or of another part of speech, does not tell what several are.
  const isTold = own !== undefined && !(isInflected && part === "noun" && !COUNTABLE.test(own));
  const meaning = isTold ? own : part === "verb" ? infinitive(gloss) : gloss;
  if (!isInflected) return withinBreath(meaning);
  if (part !== "noun") return withinBreath(`${formOf(word, part)} ${lemma}: ${meaning}`);
  return COUNTABLE.test(meaning) ? withinBreath(`more than one ${lemma}: ${meaning}`) : meaning;
}

/** Of a plural whose meaning WordNet tells in words that cannot be told, while we have better. */
export function ownPlural(word: string): string | undefined {
  const one = word.replace(/s$/, "");
  const own = one === word ? undefined : ownGloss(one);
  return own !== undefined && COUNTABLE.test(own) ? withinBreath(`more than one ${one}: ${own}`) : undefined;
}

const COUNTABLE = /^(?:an?|any|one|the|some(?:one|thing)|what) /;
const INFINITIVE = /^to /;

/** Our own gloss, when it is of that part of speech. */
function ownMeaning(lemma: string, part: PartOfSpeech): string | undefined {
  const own = ownGloss(lemma);
  if (own === undefined || INFINITIVE.test(own) !== (part === "verb")) return undefined;
  return part === "adjective" && COUNTABLE.test(own) ? undefined : own;
}

/** WordNet says what a verb means without "to", and at times of what it is said. */
function infinitive(gloss: string): string {
  const bare = gloss.replace(/^\w+: /, "");
  return INFINITIVE.test(bare) ? bare : `to ${bare}`;
}

function formOf(word: string, part: PartOfSpeech): string {
  return part === "verb" && !/(?:ing|s)$/.test(word) ? "a past form of" : "a form of";
}
