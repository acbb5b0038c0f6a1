import type { Lexicon } from "./open-lexicon";
import type { PreparedWord } from "./prepare-own-words";
import { POINTS, wordPoints } from "./score";

/** Words that fit one stretch of the digits: all of the lexicon with these keys, or one that is not of the lexicon. */
export interface Span {
  readonly start: number;
  readonly end: number;
  /** The lexicon's words from `first` up to, not including, `last`, the commonest first. */
  readonly first: number;
  readonly last: number;
  /** How many digits are read as letters that look like them. */
  readonly lookAlikes: number;
  /** The keys of its letters, where these are not the digits themselves. */
  readonly keys: string | undefined;
  /** In place of the lexicon's words. */
  readonly own: PreparedWord | undefined;
  /** What its first word earns. */
  readonly points: number;
}

/** All spans, by the place where they start. */
export type Lattice = readonly (readonly Span[])[];

/** One word of a span. */
export interface Choice {
  readonly span: Span;
  /** Its number in the lexicon; for a word that is not of the lexicon, the span's `first`. */
  readonly word: number;
  /** What it earns. */
  readonly points: number;
}

/** What a word of a span earns, with what its look-alikes cost taken off. */
export function pointsOf(lexicon: Lexicon, span: Omit<Span, "points">, word: number): number {
  const { start, end, lookAlikes, own } = span;
  const bonus = own?.isOwners === true ? POINTS.ownWord : 0;
  return wordPoints(end - start, commonnessOf(lexicon, span, word)) + bonus + lookAlikes * POINTS.lookAlike;
}

/** How common a word is, in hundredths. */
export function commonnessOf(lexicon: Lexicon, { own }: Pick<Span, "own">, word: number): number {
  return own === undefined ? (lexicon.commonness[word] ?? 0) : own.commonness;
}

/** A span's best word. */
export function firstOf(span: Span): Choice {
  return { span, word: span.first, points: span.points };
}

/** The word of the same span that comes next; undefined after the last. */
export function nextAfter(lexicon: Lexicon, { span, word }: Choice): Choice | undefined {
  const next = word + 1;
  return next === span.last ? undefined : { span, word: next, points: pointsOf(lexicon, span, next) };
}
