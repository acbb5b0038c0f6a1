import type { Lexicon } from "./open-lexicon";
import type { PreparedWord } from "./prepare-own-words";
import { POINTS, wordPoints } from "./score";
import { OWN_COMMONNESS, type Span } from "./span";
import { nodeAfter, ROOT } from "./walk-keys";

/** Every stretch of the digits from `start` on, that begins there and that a word fits. */
export function plainSpansAt(lexicon: Lexicon, digits: string, start: number): Span[] {
  const spans: Span[] = [];
  let node = ROOT;
  for (let end = start + 1; end <= digits.length; end++) {
    node = nodeAfter(lexicon, node, digits.charCodeAt(end - 1) - 48);
    if (node === ROOT) break;
    const first = lexicon.firstWords[node] ?? 0;
    const last = lexicon.firstWords[node + 1] ?? 0;
    if (first === last) continue;
    const points = wordPoints(end - start, lexicon.commonness[first] ?? 0);
    spans.push({ start, end, first, last, lookAlikes: 0, points });
  }
  return spans;
}

/** The same for the owner's words. */
export function ownSpansAt(words: readonly PreparedWord[], digits: string, start: number): Span[] {
  return words
    .filter(({ keys }) => digits.startsWith(keys, start))
    .map((own) => {
      const points = wordPoints(own.keys.length, OWN_COMMONNESS) + POINTS.ownWord;
      return { start, end: start + own.keys.length, first: 0, last: 1, lookAlikes: 0, own, points };
    });
}
