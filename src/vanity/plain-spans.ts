import type { Ground } from "./ground";
import { wordPoints } from "./score";
import { pointsOf, type Span } from "./span";
import { nodeAfter, ROOT } from "./walk-keys";

/** Every stretch of the digits that begins at `start` and that words fit. */
export function plainSpansAt(ground: Ground, start: number): Span[] {
  const { lexicon, digits } = ground;
  const spans: Span[] = ground.ownWords.length === 0 ? [] : ownSpansAt(ground, start);
  let node = ROOT;
  for (let end = start + 1; end <= digits.length; end++) {
    node = nodeAfter(lexicon, node, digits.charCodeAt(end - 1) - 48);
    if (node === ROOT) break;
    const first = lexicon.firstWords[node] ?? 0;
    const last = lexicon.firstWords[node + 1] ?? 0;
    if (first === last) continue;
    const points = wordPoints(end - start, lexicon.commonness[first] ?? 0);
    spans.push({ start, end, first, last, lookAlikes: 0, keys: undefined, own: undefined, points });
  }
  return spans;
}

function ownSpansAt({ lexicon, digits, ownWords }: Ground, start: number): Span[] {
  return ownWords
    .filter(({ keys }) => digits.startsWith(keys, start))
    .map((own) => {
      const end = start + own.keys.length;
      const span = { start, end, first: 0, last: 1, lookAlikes: 0, keys: undefined, own };
      return { ...span, points: pointsOf(lexicon, span, 0) };
    });
}
