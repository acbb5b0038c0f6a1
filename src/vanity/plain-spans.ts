import type { Ground } from "./ground";
import { ownSpanOf, type Span, spanOf } from "./span";
import { nodeAfter, ROOT } from "./walk-keys";

const NO_WORDS: readonly [] = [];

/** Every stretch of the digits that begins at `start` and that words fit. */
export function plainSpansAt(ground: Ground, start: number): Span[] {
  const { lexicon, digits, ownWords } = ground;
  const spans: Span[] = [];
  for (const word of ownWords[Number(digits[start])] ?? NO_WORDS)
    if (digits.startsWith(word.keys, start)) spans.push(ownSpanOf(ground, word, { start, lookAlikes: 0 }));
  let node = ROOT;
  for (let end = start + 1; end <= digits.length; end++) {
    node = nodeAfter(lexicon, node, digits.charCodeAt(end - 1) - 48);
    if (node === ROOT) break;
    const first = lexicon.firstWords[node] ?? 0;
    const last = lexicon.firstWords[node + 1] ?? 0;
    if (first < last) spans.push(spanOf(ground, { start, end, first, last, lookAlikes: 0, keys: undefined }));
  }
  return spans;
}
