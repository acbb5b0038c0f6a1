import type { Ground } from "./ground";
import { keyOf, keysOf, placeOf } from "../telephony/keypad";
import { fromWord, ownSpanOf, type Span } from "./span";

/** What a spelling must show at each place of the number: a small letter, a digit, or `*` for anything. */
export type FixedLetters = string;

const ANYTHING = "*";

/** A pattern as it was written, without what stands for nothing; empty where it asks for nothing. */
export function tidyPattern(pattern: string): string {
  return pattern
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z\d*]/g, "")
    .replace(/^\*+/, "");
}

/** A tidy pattern laid against the end of a number; undefined where the number does not dial it. */
export function layPattern(pattern: string, digits: string): FixedLetters | undefined {
  // North America's 1 is left out of the number, too.
  const own = digits.length === 10 && pattern.length === 11 ? pattern.replace(/^1/, "") : pattern;
  const fixed = own.padStart(digits.length, ANYTHING);
  const fits = [...fixed].every((sign, place) => isDialled(sign, digits[place]));
  return fits && fixed.length === digits.length ? fixed : undefined;
}

function isDialled(sign: string, digit: string | undefined): boolean {
  return sign === ANYTHING || sign === digit || (isLetter(sign) && String(keyOf(sign)) === digit);
}

/** Whether a sign of a pattern is a letter. */
export const isLetter = (sign = ""): boolean => sign > "9";

/** Of some spans, what shows what is asked for. */
export function keepFixed(ground: Ground, fixed: FixedLetters, spans: readonly Span[]): Span[] {
  return spans.flatMap((span) => {
    const signs = fixed.slice(span.start, span.end);
    if (signs === ANYTHING.repeat(signs.length)) return [span];
    if (coversFixedDigit(ground, signs, span.start)) return [];
    return span.own === undefined
      ? wordsShowing(ground, signs, span)
      : shows(span.own.text, signs)
        ? [span]
        : [];
  });
}

/** A digit that has letters is shown as it is only outside of words. */
function coversFixedDigit({ digits }: Ground, signs: string, start: number): boolean {
  return [...signs].some((sign, index) => sign >= "2" && sign <= "9" && digits[start + index] === sign);
}

const shows = (text: string, signs: string): boolean =>
  [...signs].every((sign, index) => !isLetter(sign) || sign === text[index]);

/** The words of a span that have the letters asked for, each as a span of its own. */
function wordsShowing({ lexicon }: Ground, signs: string, span: Span): Span[] {
  let mask = 0;
  let letters = 0;
  for (const [index, sign] of [...signs].entries()) {
    if (!isLetter(sign)) continue;
    mask |= 3 << (2 * index);
    letters |= placeOf(sign) << (2 * index);
  }
  const kept: Span[] = [];
  for (let word = span.first; word < span.last; word++)
    if (((lexicon.letters[word] ?? 0) & mask) === letters)
      kept.push({ ...fromWord(lexicon, span, word), last: word + 1 });
  return kept;
}

/** Letters that are asked for are shown though they be no word, but they earn little. */
const ASKED_FOR = { definition: "the letters that were asked for", commonness: 30, isOwners: false } as const;

/** Each run of letters in a pattern, as if it were a word. */
export function runSpansAt(ground: Ground, fixed: FixedLetters, start: number): Span[] {
  const [text] = /^[a-z]+/.exec(fixed.slice(start)) ?? [];
  if (text === undefined || isLetter(fixed[start - 1])) return [];
  return [ownSpanOf(ground, { ...ASKED_FOR, text, keys: keysOf(text) }, { start, lookAlikes: 0 })];
}
