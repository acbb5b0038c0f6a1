import type { ChosenSense } from "./choose-sense";
import { withinBreath } from "./speakable-gloss";

/** What to say that a word means: of a form, what it is a form of, where that makes a sentence. */
export function definitionOf(word: string, { sense, isInflected, gloss }: ChosenSense): string {
  const { lemma, part } = sense;
  const meaning = part === "verb" ? infinitive(gloss) : gloss;
  if (!isInflected) return withinBreath(meaning);
  if (part !== "noun") return withinBreath(`${formOf(word, part)} ${lemma}: ${meaning}`);
  return /^(?:an?|any|one|the|some(?:one|thing)) /.test(gloss)
    ? withinBreath(`more than one ${lemma}: ${meaning}`)
    : meaning;
}

/** WordNet says what a verb means without "to". */
const infinitive = (gloss: string) => (gloss.startsWith("to ") ? gloss : `to ${gloss}`);

function formOf(word: string, part: ChosenSense["sense"]["part"]): string {
  return part === "verb" && !/(?:ing|s)$/.test(word) ? "a past form of" : "a form of";
}
