import { MOST_LOOK_ALIKES } from "./look-alikes";
import type { Lexicon } from "./open-lexicon";
import { POINTS } from "./score";
import type { Lattice, Span } from "./span";

/** What is spelled: all that may become letters, and how. */
export interface Terrain {
  readonly lexicon: Lexicon;
  /** Where what counts begins: digits before are the area code's, which is none of the spelling's making. */
  readonly from: number;
  readonly to: number;
  readonly lattice: Lattice;
  /** How many look-alikes a spelling may hold. */
  readonly budget: number;
  /** The places that must not be left digits: a bit for each. */
  readonly mustSpell: number;
}

/** A number for each place and number of look-alikes, see `slot`. */
type Row = number[];

/**
 * The best that can be earned before and after each place, with so many look-alikes at most: dynamic programming in both
 * directions. What lies next to a word and what lies next to a digit are told apart, since a stretch of digits is
 * paid for once.
 */
export interface Paths {
  readonly terrain: Terrain;
  /** The best up to a place that a word ends at, and the last word of it. */
  readonly wordBefore: Row;
  readonly spanBefore: (Span | undefined)[];
  /** The best up to a place that a digit stands before; its stretch is paid for. */
  readonly digitBefore: Row;
  /** The best from a place on that begins with a word, and that word. */
  readonly wordAfter: Row;
  readonly spanAfter: (Span | undefined)[];
  /** The best from a place on, after a word and after a digit. */
  readonly afterWord: Row;
  readonly afterDigit: Row;
}

const PLACES = 16;

/** Less than any spelling earns; far enough from the least number to be added up. */
export const IMPOSSIBLE = -100_000_000;

/** Rows before anything is known; to copy one is quicker than to fill one. */
const UNKNOWN: Row = new Array<number>(PLACES * (MOST_LOOK_ALIKES + 1)).fill(IMPOSSIBLE);
const NO_SPANS = new Array<Span | undefined>(UNKNOWN.length).fill(undefined);

/** Where numbers about a place are kept, for so many look-alikes. */
export const slot = (place: number, spare: number): number => spare * PLACES + place;

/** A number of a row; a place that nothing leads to has none. */
export const at = (row: Row, index: number): number => row[index] ?? IMPOSSIBLE;

export function findPaths(terrain: Terrain): Paths {
  const size = slot(0, terrain.budget + 1);
  const paths: Paths = {
    terrain,
    wordBefore: UNKNOWN.slice(0, size),
    spanBefore: NO_SPANS.slice(0, size),
    digitBefore: UNKNOWN.slice(0, size),
    wordAfter: UNKNOWN.slice(0, size),
    spanAfter: NO_SPANS.slice(0, size),
    afterWord: UNKNOWN.slice(0, size),
    afterDigit: UNKNOWN.slice(0, size),
  };
  for (let spare = 0; spare <= terrain.budget; spare++) {
    paths.wordBefore[slot(terrain.from, spare)] = 0;
    paths.afterWord[slot(terrain.to, spare)] = 0;
    paths.afterDigit[slot(terrain.to, spare)] = 0;
    goForward(paths, spare);
    goBackward(paths, spare);
  }
  return paths;
}

function goForward(paths: Paths, spare: number): void {
  const { from, to, budget, lattice } = paths.terrain;
  for (let place = from; place < to; place++) {
    const here = slot(place, spare);
    const word = at(paths.wordBefore, here);
    const digit = at(paths.digitBefore, here);
    if (!isForced(paths.terrain, place)) paths.digitBefore[here + 1] = Math.max(digit, word + POINTS.stretch);
    const best = Math.max(word, digit);
    for (const span of lattice[place] ?? []) {
      if (spare + span.lookAlikes > budget) continue;
      const there = slot(span.end, spare + span.lookAlikes);
      if (best + span.points <= at(paths.wordBefore, there)) continue;
      paths.wordBefore[there] = best + span.points;
      paths.spanBefore[there] = span;
    }
  }
}

function goBackward(paths: Paths, spare: number): void {
  const { from, to, lattice } = paths.terrain;
  for (let place = to - 1; place >= from; place--) {
    const here = slot(place, spare);
    for (const span of lattice[place] ?? []) {
      if (span.lookAlikes > spare) continue;
      const points = span.points + at(paths.afterWord, slot(span.end, spare - span.lookAlikes));
      if (points <= at(paths.wordAfter, here)) continue;
      paths.wordAfter[here] = points;
      paths.spanAfter[here] = span;
    }
    const word = at(paths.wordAfter, here);
    const digit = digitAfter(paths, place, spare);
    paths.afterWord[here] = Math.max(word, digit + POINTS.stretch);
    paths.afterDigit[here] = Math.max(word, digit);
  }
}

/** Whether a place must not be left a digit. */
export const isForced = ({ mustSpell }: Terrain, place: number): boolean => ((mustSpell >>> place) & 1) === 1;

/** The best from a place on that leaves its digit as it is, in a stretch already paid for. */
export function digitAfter({ terrain, afterDigit }: Paths, place: number, spare: number): number {
  return isForced(terrain, place) ? IMPOSSIBLE : at(afterDigit, slot(place + 1, spare));
}

/** The best that can be earned up to a place where a word begins. */
export function bestBefore(paths: Paths, place: number, spare: number): number {
  return Math.max(at(paths.wordBefore, slot(place, spare)), at(paths.digitBefore, slot(place, spare)));
}

/** What the best spelling through a span earns beside the span's own word. */
export function pointsAround(paths: Paths, span: Span): number {
  const left = paths.terrain.budget - span.lookAlikes;
  let best = IMPOSSIBLE;
  for (let spare = 0; spare <= left; spare++) {
    const points = bestBefore(paths, span.start, spare) + at(paths.afterWord, slot(span.end, left - spare));
    best = Math.max(best, points);
  }
  return best;
}
