import { keysOf } from "./keys";
import { type Peer, show, WANTED } from "./peer";

/** All ways to part seven digits into three parts at most, none shorter than two. */
const PARTINGS: readonly (readonly number[])[] = [
  [7],
  ...[2, 3, 4, 5].map((first) => [first, 7 - first]),
  ...[2, 3].flatMap((first) => [2, 3].map((second) => [first, second, 7 - first - second])),
].filter((parting) => parting.every((length) => length >= 2));

/**
 * As the best of the published libraries do it: words by their keys in a map, the last seven digits parted into three words at
 * most. Few words and none shorter than three are best, and then the alphabet decides.
 */
export function makeMapOfWords(words: readonly string[]): Peer {
  const byKeys = new Map<string, string[]>();
  for (const word of words) {
    const keys = keysOf(word);
    const alike = byKeys.get(keys);
    if (alike === undefined) byKeys.set(keys, [word]);
    else alike.push(word);
  }
  return (number) =>
    PARTINGS.flatMap((parting) => spellIn(parting, number.slice(-7), byKeys))
      .map((found) => ({ found, score: scoreOf(found), text: found.join("") }))
      .sort((a, b) => b.score - a.score || (a.text < b.text ? -1 : 1))
      .slice(0, WANTED)
      .map(({ found }) => show(number, found, number.length - 7));
}

function spellIn(
  [length, ...rest]: readonly number[],
  digits: string,
  byKeys: ReadonlyMap<string, readonly string[]>,
): string[][] {
  if (length === undefined) return [[]];
  const first = byKeys.get(digits.slice(0, length)) ?? [];
  const tails = first.length === 0 ? [] : spellIn(rest, digits.slice(length), byKeys);
  return first.flatMap((word) => tails.map((tail) => [word, ...tail]));
}

/** All of the seven digits are covered: 80. */
function scoreOf(words: readonly string[]): number {
  const areFew = 5 * (3 - words.length);
  return 80 + areFew + (words.every(({ length }) => length >= 3) ? 5 : 0);
}
