import type { Ground } from "./ground";
import { keyOf, placeOf } from "./keypad";
import { isReadable, lettersLike, MOST_LOOK_ALIKES } from "./look-alikes";
import type { PreparedWord } from "./prepare-own-words";
import { pointsOf, type Span } from "./span";
import { nodeAfter, ROOT } from "./walk-keys";

/** Every stretch of the digits that begins at `start` and that words fit in which digits stand for letters. */
export function lookAlikeSpansAt(ground: Ground, start: number): Span[] {
  const spans = ground.ownWords.flatMap((word) => ownSpanAt(ground, start, word) ?? []);
  follow({ ground, start, spans }, ROOT, { keys: "", lookAlikes: 0, mask: 0, letters: 0 });
  return spans;
}

interface Walk {
  readonly ground: Ground;
  readonly start: number;
  readonly spans: Span[];
}

/** What was walked, and which letters it asks for, packed as the lexicon packs a word's. */
interface Way {
  readonly keys: string;
  readonly lookAlikes: number;
  readonly mask: number;
  readonly letters: number;
}

function follow(walk: Walk, node: number, way: Way): void {
  const { lexicon, digits } = walk.ground;
  const place = walk.start + way.keys.length;
  if (place === digits.length) return;
  const digit = digits.charCodeAt(place) - 48;
  if (digit >= 2) arrive(walk, nodeAfter(lexicon, node, digit), { ...way, keys: way.keys + digit });
  else if (way.lookAlikes < MOST_LOOK_ALIKES)
    for (const letter of lettersLike(digit))
      arrive(walk, nodeAfter(lexicon, node, keyOf(letter)), withLetter(way, letter));
}

function withLetter({ keys, lookAlikes, mask, letters }: Way, letter: string): Way {
  const bits = 2 * keys.length;
  return {
    keys: keys + keyOf(letter),
    lookAlikes: lookAlikes + 1,
    mask: mask | (3 << bits),
    letters: letters | (placeOf(letter) << bits),
  };
}

function arrive(walk: Walk, node: number, way: Way): void {
  if (node === ROOT) return;
  if (way.lookAlikes > 0 && isReadable(way.keys.length, way.lookAlikes)) collect(walk, node, way);
  follow(walk, node, way);
}

function collect({ ground: { lexicon }, start, spans }: Walk, node: number, way: Way): void {
  const { keys, lookAlikes, mask, letters } = way;
  const last = lexicon.firstWords[node + 1] ?? 0;
  for (let word = lexicon.firstWords[node] ?? 0; word < last; word++) {
    if (((lexicon.letters[word] ?? 0) & mask) !== letters) continue;
    const span = {
      start,
      end: start + keys.length,
      first: word,
      last: word + 1,
      lookAlikes,
      keys,
      own: undefined,
    };
    spans.push({ ...span, points: pointsOf(lexicon, span, word) });
  }
}

function ownSpanAt({ lexicon, digits }: Ground, start: number, own: PreparedWord): Span | undefined {
  const { text, keys } = own;
  let lookAlikes = 0;
  for (let index = 0; index < text.length; index++) {
    const digit = digits[start + index];
    if (digit === keys[index]) continue;
    if (digit === undefined || !lettersLike(Number(digit)).includes(text.charAt(index))) return undefined;
    lookAlikes++;
  }
  if (lookAlikes === 0 || !isReadable(text.length, lookAlikes)) return undefined;
  const span = { start, end: start + text.length, first: 0, last: 1, lookAlikes, keys, own };
  return { ...span, points: pointsOf(lexicon, span, 0) };
}
