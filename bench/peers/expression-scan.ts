import { keysOf } from "./keys";
import { type Peer, show, WANTED } from "./peer";

/**
 * As pages and call-centre exercises do it that were written in an afternoon: every word is a regular expression of its keys, all
 * are tried on the number, and the longest words win.
 */
export function makeExpressionScan(words: readonly string[]): Peer {
  const expressions = words
    .filter(({ length }) => length >= 3)
    .map((word) => ({ word, expression: new RegExp(keysOf(word)) }));
  return (number) =>
    expressions
      .map(({ word, expression }) => ({ word, start: number.search(expression) }))
      .filter(({ start }) => start !== -1)
      .sort((a, b) => b.word.length - a.word.length)
      .slice(0, WANTED)
      .map(({ word, start }) => show(number, [word], start));
}
