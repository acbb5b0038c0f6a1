import { distance } from "fastest-levenshtein";

/** What a caller may say. */
export interface Phrase {
  /** What it stands for. */
  readonly means: string;
  readonly text: string;
  /**
   * `name`: of something to choose. `wish`: heard where no name is. `number`: counts only when nothing else is said, for
   * "one" within a sentence means nothing.
   */
  readonly kind: "name" | "wish" | "number";
}

/** `unclear`: it fits several equally well. */
export type Match =
  | { readonly kind: "match"; readonly means: string }
  | { readonly kind: "none" }
  | { readonly kind: "unclear" };

/** A sentence longer than this is no choice from a menu. */
const MOST_LETTERS = 300;

/**
 * Which of the phrases a caller said, as speech recognition understood it: the whole of it before a part, a longer part
 * before a shorter one in it; case, accents, punctuation, fillers and small slips are forgiven.
 * @param fillers words that say nothing, normalised
 */
export function matchSpeech(speech: string, phrases: readonly Phrase[], fillers: ReadonlySet<string>): Match {
  const said = utterance(speech.slice(0, MOST_LETTERS), fillers);
  const fits = phrases.flatMap((phrase) => fitOf(said, phrase, fillers) ?? []).sort(bySureness);
  const [best] = fits;
  if (best === undefined) return { kind: "none" };
  const isRivalled = fits.some((fit) => fit.means !== best.means && isRival(fit, best));
  return isRivalled ? { kind: "unclear" } : { kind: "match", means: best.means };
}

/** A text in words: small letters without accents, and nothing but letters and digits. */
export function wordsOf(text: string): string[] {
  const plain = text.normalize("NFD").replace(/\p{Mark}/gu, "");
  return plain
    .toLowerCase()
    .split(/[^\p{Letter}\p{Number}]+/u)
    .filter((word) => word !== "");
}

/** Every word that was said, and those that matter. */
interface Utterance {
  readonly all: readonly string[];
  readonly core: readonly string[];
}

function utterance(text: string, fillers: ReadonlySet<string>): Utterance {
  const all = wordsOf(text);
  return { all, core: all.filter((word) => !fillers.has(word)) };
}

/** How sure a fit is, the surest first: all that was said, a phrase within a sentence, a piece of a phrase. */
const SURENESS = ["whole", "name-within", "part-of-name", "wish-within", "part-of-wish"] as const;

interface Fit {
  readonly means: string;
  readonly how: (typeof SURENESS)[number];
  /** What was said of it. */
  readonly words: readonly string[];
  readonly slips: number;
}

const rank = ({ how }: Fit): number => SURENESS.indexOf(how);

function bySureness(one: Fit, other: Fit): number {
  return rank(one) - rank(other) || other.words.length - one.words.length || one.slips - other.slips;
}

/** A fit as sure as the best one; within a sentence also a shorter one, unless its words are all in the longer one. */
function isRival(fit: Fit, best: Fit): boolean {
  if (fit.how !== best.how) return false;
  const isEqual = fit.words.length === best.words.length && fit.slips === best.slips;
  const isApart = fit.words.some((word) => !best.words.includes(word));
  return isEqual || (best.how.endsWith("-within") && isApart && fit.slips <= best.slips);
}

function fitOf(
  said: Utterance,
  { means, text, kind }: Phrase,
  fillers: ReadonlySet<string>,
): Fit | undefined {
  const phrase = utterance(text, fillers);
  const fitting = (how: Fit["how"], slips: number, words = said.core): Fit => ({ means, how, slips, words });
  if (phrase.all.length > 0 && phrase.all.join(" ") === said.all.join(" ")) return fitting("whole", 0);
  if (phrase.core.length === 0 || said.core.length === 0) return undefined;
  const slips = slipsIn(said.core.join(""), phrase.core.join(""), kind === "number");
  if (slips !== undefined) return fitting("whole", slips);
  if (kind === "number") return undefined;
  const within = slipsWithin(said.core, phrase.core);
  if (within !== undefined) return fitting(`${kind}-within`, within, phrase.core);
  const part = slipsWithin(phrase.core, said.core);
  return part === undefined ? undefined : fitting(`part-of-${kind}`, part);
}

/** As one word, for recognition may part words, or join them. */
function slipsIn(said: string, phrase: string, isExact: boolean): number | undefined {
  const slips = distance(said, phrase);
  return slips <= (isExact ? 0 : slipsForgiven(phrase)) ? slips : undefined;
}

/** The slips with which every one of `words` is found among `others`. */
function slipsWithin(others: readonly string[], words: readonly string[]): number | undefined {
  let slips = 0;
  for (const word of words) {
    const nearest = Math.min(...others.map((other) => distance(other, word)));
    if (nearest > slipsForgiven(word)) return undefined;
    slips += nearest;
  }
  return slips;
}

/** None in a short word, where one letter makes another word of it. */
const slipsForgiven = (word: string): number => Math.min(2, Math.floor(word.length / 4));
