import { bitCount } from "./bit-count";
import { type Codes, codesOf, type Face, isLetterCode } from "./face";
import { DENIED_END } from "./lexicon-layout";
import type { Lexicon } from "./open-lexicon";
import type { PreparedWord } from "./prepare-own-words";
import type { Span } from "./span";

/** The letters that each digit is read as: l33t. */
const LETTERS_READ = ["o", "il", "", "e", "a", "s", "", "t", "b", ""].map((letters) =>
  [...letters].map((letter) => letter.charCodeAt(0) - 97),
);

/** A spelling, and its words. */
export interface Reading {
  readonly face: Face;
  readonly words: readonly { readonly span: Pick<Span, "start" | "end" | "own"> }[];
}

/**
 * Whether anybody could read a denied string into a spelling: across words, with digits for letters, or with letters doubled.
 *
 * What stands within a word of the lexicon does no harm, for the lexicon's words were judged as wholes (cockpit, bullet); a
 * word that is not the lexicon's must not be a denied string itself. What digits alone give is the caller's own; and an
 * area code left in digits is read as digits: 800-BASKETS is no boob.
 */
export function isOffensive(lexicon: Lexicon, reading: Reading): boolean {
  const { shown } = reading.face;
  for (let start = firstRead(shown); start < shown.length - 1; start++)
    if (goOn({ lexicon, reading, start }, 0, NOTHING_READ)) return true;
  return false;
}

/** Whether a word of the owner's is denied by itself, so that no spelling ever shows it. */
export function isDeniedWord(lexicon: Lexicon, own: PreparedWord): boolean {
  const codes = codesOf(own.text);
  const words = [{ span: { start: 0, end: codes.length, own } }];
  return isOffensive(lexicon, { face: { shown: codes, meant: codes }, words });
}

/** The digits before the last seven are the area code's, unless words reach among them. */
function firstRead(shown: Codes): number {
  const local = Math.max(0, shown.length - 7);
  for (let place = 0; place < local; place++) if (isLetterCode(shown[place])) return 0;
  return local;
}

const CODE_OF_A = 97;
const CODE_OF_0 = 48;
/** Behind the end nothing is read. */
const NO_CODE = CODE_OF_0 + 10;

interface Search {
  readonly lexicon: Lexicon;
  readonly reading: Reading;
  readonly start: number;
}

/**
 * What was read so far, in one number, for there is much to try: how many characters, how many digits among them that are not
 * meant for the letter read, the last letter and, while it is being judged, the next one.
 */
const NOTHING_READ = 31 << 8;
const CHARACTER = 1;
const DIGIT = 1 << 4;
const charactersIn = (read: number): number => read & 15;
const digitsIn = (read: number): number => (read >>> 4) & 15;
const lastIn = (read: number): number => (read >>> 8) & 31;
const nextIn = (read: number): number => read >>> 13;
const withNext = (read: number, letter: number): number => read | (letter << 13);
const withLast = (read: number, letter: number): number => (read & 0xff) | (letter << 8);

function goOn(search: Search, node: number, read: number): boolean {
  const place = search.start + charactersIn(read);
  const { shown, meant } = search.reading.face;
  const code = shown[place] ?? NO_CODE;
  if (code >= CODE_OF_A) return judge(search, node, withNext(read + CHARACTER, code - CODE_OF_A));
  const letterMeant = (meant[place] ?? NO_CODE) - CODE_OF_A;
  for (const letter of LETTERS_READ[code - CODE_OF_0] ?? NO_LETTERS) {
    const further = read + CHARACTER + (letter === letterMeant ? 0 : DIGIT);
    if (judge(search, node, withNext(further, letter))) return true;
  }
  return false;
}

const NO_LETTERS: readonly number[] = [];

/** Goes on with the letter of a denied string, or with one that only doubles the last. */
function judge(search: Search, node: number, read: number): boolean {
  const letter = nextIn(read);
  const now = withLast(read, letter);
  if (letter === lastIn(read) && arrive(search, node, now)) return true;
  const next = childOf(search.lexicon, node, letter);
  return next !== 0 && arrive(search, next, now);
}

function arrive(search: Search, node: number, read: number): boolean {
  const ends = ((search.lexicon.deniedMasks[node] ?? 0) & DENIED_END) !== 0;
  return (ends && counts(search, read)) || goOn(search, node, read);
}

function counts({ reading, start }: Search, read: number): boolean {
  const end = start + charactersIn(read);
  const digits = digitsIn(read);
  if (digits === end - start) return false;
  const around = reading.words.find(({ span }) => span.start <= start && end <= span.end);
  if (around === undefined || digits > 0) return true;
  const { span } = around;
  return span.own !== undefined && span.start === start && span.end === end;
}

function childOf({ deniedMasks, deniedChildren }: Lexicon, node: number, letter: number): number {
  const mask = (deniedMasks[node] ?? 0) & ~DENIED_END;
  const bit = 1 << letter;
  return (mask & bit) === 0 ? 0 : (deniedChildren[node] ?? 0) + bitCount(mask & (bit - 1));
}
