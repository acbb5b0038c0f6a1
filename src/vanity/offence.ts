import { bitCount } from "./bit-count";
import { DENIED_END } from "./lexicon-layout";
import type { Lexicon } from "./open-lexicon";
import type { Span } from "./span";

/** The letters that each digit is read as: l33t. */
const LETTERS_READ = ["o", "il", "", "e", "a", "s", "", "t", "b", ""].map((letters) =>
  [...letters].map((letter) => letter.charCodeAt(0) - 97),
);

/** A spelling in small letters, without hyphens, and its words. */
export interface Reading {
  readonly face: string;
  readonly words: readonly { readonly choice: { readonly span: Pick<Span, "start" | "end" | "own"> } }[];
}

/**
 * Whether anybody could read a denied string into a spelling: across words, with digits for letters, or with letters doubled.
 *
 * What stands within a word of the lexicon does no harm, for the lexicon's words were judged as wholes (cockpit, bullet),
 * though not with digits in them; a word that is not the lexicon's must not be a denied string itself. Nor does harm what is
 * more digits than letters: they are the caller's own, and nobody reads "boob" into 800-BASKETS.
 */
export function isOffensive(lexicon: Lexicon, reading: Reading): boolean {
  for (let start = 0; start < reading.face.length - 1; start++)
    if (goOn({ lexicon, reading, start }, 0, NOTHING_READ)) return true;
  return false;
}

interface Search {
  readonly lexicon: Lexicon;
  readonly reading: Reading;
  readonly start: number;
}

/**
 * What was read so far, in one number, for there is much to try: how many characters, how many digits among them, whether a
 * letter was doubled, the last letter and, while it is being judged, the next one.
 */
const NOTHING_READ = 31 << 9;
const CHARACTER = 1;
const DIGIT = 1 << 4;
const DOUBLED = 1 << 8;
const charactersIn = (read: number): number => read & 15;
const digitsIn = (read: number): number => (read >>> 4) & 15;
const lastIn = (read: number): number => (read >>> 9) & 31;
const nextIn = (read: number): number => read >>> 14;
const withNext = (read: number, letter: number): number => read | (letter << 14);
const withLast = (read: number, letter: number): number => (read & 0x1ff) | (letter << 9);

function goOn(search: Search, node: number, read: number): boolean {
  const code = search.reading.face.charCodeAt(search.start + charactersIn(read));
  if (code >= 97) return judge(search, node, withNext(read + CHARACTER, code - 97));
  for (const letter of LETTERS_READ[code - 48] ?? NO_LETTERS)
    if (judge(search, node, withNext(read + CHARACTER + DIGIT, letter))) return true;
  return false;
}

const NO_LETTERS: readonly number[] = [];

/** Goes on with the letter of a denied string, or with one that only doubles the last, though not the very first. */
function judge(search: Search, node: number, read: number): boolean {
  const letter = nextIn(read);
  const isDoubled = letter === lastIn(read) && charactersIn(read) > 2;
  if (isDoubled && goOn(search, node, withLast(read | DOUBLED, letter))) return true;
  const next = childOf(search.lexicon, node, letter);
  if (next === 0) return false;
  const now = withLast(read, letter);
  const ends = ((search.lexicon.deniedMasks[next] ?? 0) & DENIED_END) !== 0;
  return (ends && counts(search, now)) || goOn(search, next, now);
}

function counts({ reading, start }: Search, read: number): boolean {
  const end = start + charactersIn(read);
  const digits = digitsIn(read);
  if (digits * 2 > end - start) return false;
  const around = reading.words.find(({ choice }) => choice.span.start <= start && end <= choice.span.end);
  if (around === undefined) return true;
  const { span } = around.choice;
  if (span.own !== undefined) return span.start === start && span.end === end;
  return digits > 0 && (read & DOUBLED) === 0;
}

function childOf({ deniedMasks, deniedChildren }: Lexicon, node: number, letter: number): number {
  const mask = (deniedMasks[node] ?? 0) & ~DENIED_END;
  const bit = 1 << letter;
  return (mask & bit) === 0 ? 0 : (deniedChildren[node] ?? 0) + bitCount(mask & (bit - 1));
}
