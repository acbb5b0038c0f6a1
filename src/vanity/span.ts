import { letterAt } from "./keypad";
import type { Lexicon } from "./open-lexicon";
import type { PreparedWord } from "./prepare-own-words";
import { POINTS, wordPoints } from "./score";

/** Words that fit one stretch of the digits: all of the lexicon with these keys, or one of the owner's. */
export interface Span {
  readonly start: number;
  readonly end: number;
  /** The lexicon's words from `first` up to, not including, `last`, the commonest first. */
  readonly first: number;
  readonly last: number;
  /** The keys of its letters, where they are not the digits themselves. */
  readonly keys?: string;
  /** How many digits are read as letters that look like them. */
  readonly lookAlikes: number;
  readonly own?: PreparedWord;
  /** What its first word earns, penalties for look-alikes taken off. */
  readonly points: number;
}

/** One word of a span. */
export interface Choice {
  readonly span: Span;
  /** Its number in the lexicon; of no meaning for one of the owner's. */
  readonly word: number;
}

/** How common one of the owner's words is taken to be. */
export const OWN_COMMONNESS = 100;

export function commonnessOf(lexicon: Lexicon, { span, word }: Choice): number {
  return span.own === undefined ? (lexicon.commonness[word] ?? 0) : OWN_COMMONNESS;
}

/** What a word earns where it stands. */
export function pointsOf(lexicon: Lexicon, choice: Choice): number {
  const { start, end, lookAlikes, own } = choice.span;
  const bonus = own === undefined ? 0 : POINTS.ownWord;
  return wordPoints(end - start, commonnessOf(lexicon, choice)) + bonus + lookAlikes * POINTS.lookAlike;
}

/** A word's letters, small. */
export function textOf(lexicon: Lexicon, { span, word }: Choice, digits: string): string {
  if (span.own !== undefined) return span.own.text;
  const keys = span.keys ?? digits.slice(span.start, span.end);
  const packed = lexicon.letters[word] ?? 0;
  let text = "";
  for (let index = 0; index < keys.length; index++)
    text += letterAt(keys.charCodeAt(index) - 48, (packed >>> (2 * index)) & 3);
  return text;
}
