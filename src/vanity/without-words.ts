import type { Lexicon } from "./open-lexicon";
import { type Choice, fromWord, type Lattice, type Span } from "./span";

/** The lattice without some words, wherever they fit. */
export function withoutWords(lexicon: Lexicon, lattice: Lattice, words: readonly Choice[]): Lattice {
  return lattice.map((spans) =>
    words.reduce<readonly Span[]>(
      (left, word) => left.flatMap((span) => without(lexicon, span, word)),
      spans,
    ),
  );
}

/** What is left of a span: the words before and the words after. */
function without(lexicon: Lexicon, span: Span, { span: { own }, word }: Choice): Span[] {
  if (span.pair !== undefined)
    return span.pair.some((choice) => choice.word === word && own === undefined) ? [] : [span];
  if (span.own !== undefined || own !== undefined) return span.own?.text === own?.text ? [] : [span];
  if (word < span.first || span.last <= word) return [span];
  return [{ ...span, last: word }, fromWord(lexicon, span, word + 1)].filter(
    ({ first, last }) => first < last,
  );
}
