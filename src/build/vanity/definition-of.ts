import type { ChosenSense } from "./choose-sense";
import { withinBreath } from "./speakable-gloss";

/** What to say that a word means: of a form, what it is a form of, where that makes a sentence. */
export function definitionOf(word: string, { sense, isInflected, gloss }: ChosenSense): string {
  if (!isInflected) return gloss;
  const { lemma, part } = sense;
  if (part === "noun" && /^(?:an?|any|one) /.test(gloss))
    return withinBreath(`more than one ${lemma}: ${gloss}`);
  if (part === "verb" && isPast(word)) return withinBreath(`a past form of ${lemma}: ${gloss}`);
  return gloss;
}

const isPast = (word: string) => !/(?:ing|s)$/.test(word);
