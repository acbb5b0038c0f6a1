import type { Ground } from "./ground";
import { LONGEST_PAIR, pairKeyOf } from "./pair-key";
import { type Lattice, type Span, spanOfPair } from "./span";

/** The pairs of words from one place on that are often written one after the other, each as a span of its own. */
export function pairSpansAt(
  ground: Pick<Ground, "lexicon" | "digits">,
  lattice: Lattice,
  start: number,
): Span[] {
  const spans: Span[] = [];
  for (const word of lattice[start] ?? []) {
    if (!isPlain(word) || word.end - start > LONGEST_PAIR - 2) continue;
    for (const next of lattice[word.end] ?? [])
      if (isPlain(next) && next.end - start <= LONGEST_PAIR) addPairs(ground, spans, { word, next });
  }
  return spans;
}

/** Of the lexicon's words alone, and none of their letters a digit. */
const isPlain = ({ own, lookAlikes, pair }: Span): boolean =>
  own === undefined && lookAlikes === 0 && pair === undefined;

function addPairs(
  { lexicon, digits }: Pick<Ground, "lexicon" | "digits">,
  spans: Span[],
  { word, next }: { word: Span; next: Span },
): void {
  const { pairKeys, pairLetters, letters } = lexicon;
  const length = word.end - word.start;
  const key = pairKeyOf(digits.slice(word.start, next.end), length);
  for (let pair = firstFrom(pairKeys, key); pairKeys[pair] === key; pair++) {
    const both = pairLetters[pair] ?? 0;
    const first = wordWith(letters, word, both & ((1 << (2 * length)) - 1));
    const second = wordWith(letters, next, both >>> (2 * length));
    if (first !== undefined && second !== undefined)
      spans.push(spanOfPair(lexicon, [word, first], [next, second]));
  }
}

/** The word of a span that has these letters. */
function wordWith(letters: Uint32Array, { first, last }: Span, packed: number): number | undefined {
  for (let word = first; word < last; word++) if (letters[word] === packed) return word;
  return undefined;
}

/** The place of the first number that is not below another. */
function firstFrom(ascending: Uint32Array, least: number): number {
  let from = 0;
  let to = ascending.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((ascending[middle] ?? 0) < least) from = middle + 1;
    else to = middle;
  }
  return from;
}
