import { keyOf, placeOf } from "./keypad";
import type { Lexicon } from "./open-lexicon";
import { POINTS, wordPoints } from "./score";
import type { Span } from "./span";
import { nodeAfter, ROOT } from "./walk-keys";

/** The letters that the digits without letters look like. */
const LETTERS_LIKE: Readonly<Record<string, readonly string[]>> = { "0": ["o"], "1": ["i", "l"] };

/** How many digits of a spelling may be read as letters. */
export const MOST_LOOK_ALIKES = 2;

interface Walk {
  readonly lexicon: Lexicon;
  readonly digits: string;
  readonly start: number;
  readonly found: Span[];
}

/** Words from `start` on in which digits stand for letters; always more letters than such digits, or nobody could read it. */
export function lookAlikeSpansAt(lexicon: Lexicon, digits: string, start: number): Span[] {
  const walk: Walk = { lexicon, digits, start, found: [] };
  follow(walk, ROOT, { keys: "", letters: "" });
  return walk.found;
}

/** What was walked: the keys, and as many letters, `*` where any of the key's will do. */
interface Way {
  readonly keys: string;
  readonly letters: string;
}

function follow(walk: Walk, node: number, way: Way): void {
  const digit = walk.digits[walk.start + way.keys.length];
  if (digit === undefined) return;
  const letters = LETTERS_LIKE[digit];
  if (letters === undefined) step(walk, node, { keys: way.keys + digit, letters: `${way.letters}*` });
  else if (lookAlikesIn(way.letters) < MOST_LOOK_ALIKES)
    for (const letter of letters)
      step(walk, node, { keys: way.keys + keyOf(letter), letters: way.letters + letter });
}

function step(walk: Walk, node: number, way: Way): void {
  const next = nodeAfter(walk.lexicon, node, way.keys.charCodeAt(way.keys.length - 1) - 48);
  if (next === ROOT) return;
  collect(walk, next, way);
  follow(walk, next, way);
}

const lookAlikesIn = (letters: string): number => letters.replaceAll("*", "").length;

function collect({ lexicon, start, found }: Walk, node: number, { keys, letters }: Way): void {
  const lookAlikes = lookAlikesIn(letters);
  if (lookAlikes === 0 || lookAlikes * 2 >= letters.length) return;
  const last = lexicon.firstWords[node + 1] ?? 0;
  for (let word = lexicon.firstWords[node] ?? 0; word < last; word++) {
    if (!fits(lexicon.letters[word] ?? 0, letters)) continue;
    const points = wordPoints(keys.length, lexicon.commonness[word] ?? 0) + lookAlikes * POINTS.lookAlike;
    found.push({ start, end: start + keys.length, first: word, last: word + 1, keys, lookAlikes, points });
  }
}

/** Whether a word has the letters that the digits look like where these stand. */
function fits(packed: number, letters: string): boolean {
  return [...letters].every(
    (letter, index) => letter === "*" || ((packed >>> (2 * index)) & 3) === placeOf(letter),
  );
}
