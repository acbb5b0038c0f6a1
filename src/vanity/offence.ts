import type { Lexicon } from "./open-lexicon";

/** The letters that digits are read as. */
const LETTERS_READ: Readonly<Record<string, string>> = {
  ...{ "0": "o", "1": "il", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b" },
};

const DENIED_END = 0x80000000;
const CODE_OF_A = 97;

/** A spelling without hyphens, and where its words are. */
export interface Reading {
  /** Small letters and digits. */
  readonly text: string;
  readonly words: readonly { readonly start: number; readonly end: number; readonly isOwn: boolean }[];
}

interface Match {
  readonly lexicon: Lexicon;
  readonly reading: Reading;
  readonly start: number;
}

/** How a match came about so far. */
interface Trail {
  readonly hasLetter: boolean;
  readonly hasDigit: boolean;
  readonly isDoubled: boolean;
}

/**
 * Whether anybody could read a denied string into a spelling: across words, with digits for letters, or with letters doubled.
 * What stands within one of the lexicon's words as it is does no harm, since the lexicon holds clean words only: cockpit.
 */
export function isOffensive(lexicon: Lexicon, reading: Reading): boolean {
  const trail = { hasLetter: false, hasDigit: false, isDoubled: false };
  for (let start = 0; start < reading.text.length - 1; start++)
    if (goOn({ lexicon, reading, start }, { node: 0, at: start, last: "", trail })) return true;
  return false;
}

interface Position {
  readonly node: number;
  readonly at: number;
  readonly last: string;
  readonly trail: Trail;
}

function goOn(match: Match, { node, at, last, trail }: Position): boolean {
  const shown = match.reading.text[at];
  if (shown === undefined) return false;
  const isDigit = shown <= "9";
  const hasLetter = trail.hasLetter || !isDigit;
  const hasDigit = trail.hasDigit || isDigit;
  for (const letter of isDigit ? (LETTERS_READ[shown] ?? "") : shown) {
    if (letter === last) {
      const doubled = { hasLetter, hasDigit, isDoubled: true };
      if (arrive(match, { node, at: at + 1, last, trail: doubled })) return true;
    }
    const next = childOf(match.lexicon, node, letter.charCodeAt(0) - CODE_OF_A);
    const trailed = { hasLetter, hasDigit, isDoubled: trail.isDoubled };
    if (next !== 0 && arrive(match, { node: next, at: at + 1, last: letter, trail: trailed })) return true;
  }
  return false;
}

function arrive(match: Match, position: Position): boolean {
  const ends = ((match.lexicon.deniedMasks[position.node] ?? 0) & DENIED_END) !== 0;
  return (ends && counts(match, position)) || goOn(match, position);
}

/** Digits alone are the caller's own number. */
function counts({ reading, start }: Match, { at, trail }: Position): boolean {
  if (!trail.hasLetter) return false;
  if (trail.hasDigit || trail.isDoubled) return true;
  const within = reading.words.find((word) => word.start <= start && at <= word.end);
  return within === undefined || (within.isOwn && within.start === start && within.end === at);
}

function childOf({ deniedMasks, deniedChildren }: Lexicon, node: number, letter: number): number {
  const mask = (deniedMasks[node] ?? 0) & ~DENIED_END;
  const bit = 1 << letter;
  return (mask & bit) === 0 ? 0 : (deniedChildren[node] ?? 0) + bitCount(mask & (bit - 1));
}

function bitCount(bits: number): number {
  let count = bits - ((bits >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return (((count + (count >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
