import type { Lexicon } from "./open-lexicon";
import { type Choice, type Lattice, pointsOf, type Span } from "./span";

/** The lattice without a word, wherever it fits. */
export function withoutWord(lexicon: Lexicon, lattice: Lattice, { span, word }: Choice): Lattice {
  const isIt = ({ own, first, last }: Span) =>
    own === undefined && span.own === undefined ? first <= word && word < last : own?.text === span.own?.text;
  return lattice.map((spans) =>
    spans.flatMap((other) => (isIt(other) ? around(lexicon, other, word) : [other])),
  );
}

/** What is left of a span: the words before and the words after. */
function around(lexicon: Lexicon, span: Span, word: number): Span[] {
  if (span.own !== undefined) return [];
  return [
    { ...span, last: word },
    { ...span, first: word + 1, points: pointsOf(lexicon, span, word + 1) },
  ].filter(({ first, last }) => first < last);
}
