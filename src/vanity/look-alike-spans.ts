import type { Ground } from "./ground";
import { keyOf, placeOf } from "../telephony/keypad";
import { isReadable, lettersLike, MOST_LOOK_ALIKES } from "./look-alikes";
import type { PreparedWord } from "./prepare-own-words";
import { ownSpanOf, type Span, spanOf } from "./span";
import { nodeAfter, ROOT } from "./walk-keys";

const NO_WORDS: readonly [] = [];

/** Every stretch of the digits that begins at `start` and that words fit in which digits stand for letters. */
export function lookAlikeSpansAt(ground: Ground, start: number): Span[] {
  const spans: Span[] = [];
  for (const word of ground.ownWords[Number(ground.digits[start])] ?? NO_WORDS) {
    const span = ownSpanAt(ground, start, word);
    if (span !== undefined) spans.push(span);
  }
  const way = { keys: ground.digits, place: start, node: ROOT, lookAlikes: 0, mask: 0, letters: 0 };
  follow({ ground, start, spans }, way);
  return spans;
}

interface Walk {
  readonly ground: Ground;
  readonly start: number;
  readonly spans: Span[];
}

/** What was walked up to a place. */
interface Way {
  /** The number's digits, those read as letters replaced by these letters' keys. */
  readonly keys: string;
  readonly place: number;
  readonly node: number;
  readonly lookAlikes: number;
  /** The letters that were read, packed as the lexicon packs a word's, and a mask of where. */
  readonly letters: number;
  readonly mask: number;
}

/** Goes on along the digits that have letters, and parts at one that has none. */
function follow(walk: Walk, way: Way): void {
  let { node } = way;
  for (let { place } = way; place < way.keys.length; place++) {
    const key = way.keys.charCodeAt(place) - 48;
    if (key < 2) {
      if (way.lookAlikes < MOST_LOOK_ALIKES) part(walk, { ...way, node, place }, key);
      return;
    }
    node = nodeAfter(walk.ground.lexicon, node, key);
    if (node === ROOT) return;
    if (way.lookAlikes > 0) collect(walk, way, { node, end: place + 1 });
  }
}

function part(walk: Walk, way: Way, digit: number): void {
  const { keys, place } = way;
  const bits = 2 * (place - walk.start);
  for (const letter of lettersLike(digit)) {
    const node = nodeAfter(walk.ground.lexicon, way.node, keyOf(letter));
    if (node === ROOT) continue;
    const next = {
      keys: `${keys.slice(0, place)}${keyOf(letter)}${keys.slice(place + 1)}`,
      place: place + 1,
      node,
      lookAlikes: way.lookAlikes + 1,
      letters: way.letters | (placeOf(letter) << bits),
      mask: way.mask | (3 << bits),
    };
    collect(walk, next, { node, end: place + 1 });
    follow(walk, next);
  }
}

function collect(
  { ground, start, spans }: Walk,
  way: Way,
  { node, end }: { node: number; end: number },
): void {
  const { lookAlikes, letters, mask } = way;
  if (!isReadable(end - start, lookAlikes)) return;
  const { firstWords, letters: lettersOf } = ground.lexicon;
  const last = firstWords[node + 1] ?? 0;
  const keys = way.keys.slice(start, end);
  for (let word = firstWords[node] ?? 0; word < last; word++)
    if (((lettersOf[word] ?? 0) & mask) === letters)
      spans.push(spanOf(ground, { start, end, first: word, last: word + 1, lookAlikes, keys }));
}

function ownSpanAt(ground: Ground, start: number, own: PreparedWord): Span | undefined {
  const { text, keys } = own;
  let lookAlikes = 0;
  for (let index = 0; index < text.length; index++) {
    const digit = ground.digits[start + index];
    if (digit === keys[index]) continue;
    if (digit === undefined || !lettersLike(Number(digit)).includes(text.charAt(index))) return undefined;
    lookAlikes++;
  }
  const isFound = lookAlikes > 0 && isReadable(text.length, lookAlikes);
  return isFound ? ownSpanOf(ground, own, { start, lookAlikes }) : undefined;
}
