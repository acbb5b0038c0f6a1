import type { Ground } from "./ground";
import type { Lexicon } from "./open-lexicon";
import type { PreparedWord } from "./prepare-own-words";
import { POINTS, wordPoints } from "./score";

/** Where words of the lexicon fit, and which. */
export interface Fit {
  readonly start: number;
  readonly end: number;
  /** The words from `first` up to, not including, `last`, the commonest first. */
  readonly first: number;
  readonly last: number;
  /** How many digits are read as letters that look like them. */
  readonly lookAlikes: number;
  /** The keys of the words' letters, where these are not the digits themselves. */
  readonly keys: string | undefined;
}

/** A stretch of the digits that words fit: all of the lexicon with these keys, or one that is not of the lexicon. */
export interface Span extends Fit {
  /** In place of the lexicon's words. */
  readonly own: PreparedWord | undefined;
  /** In place of one word, two that belong together. */
  readonly pair: readonly [Choice, Choice] | undefined;
  /** What any word earns here beside its length and how common it is. */
  readonly extra: number;
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
  /** Whether it earns something for the word that it follows. */
  readonly isPaired: boolean;
}

/** A span of the lexicon's words. */
export function spanOf({ lexicon, digits }: Ground, fit: Fit): Span {
  const { start, end, first, last, lookAlikes, keys } = fit;
  const extra = lookAlikes * POINTS.lookAlike + lastPoints(digits.length, fit);
  const points = wordPoints(end - start, lexicon.commonness[first] ?? 0) + extra;
  return { start, end, first, last, lookAlikes, keys, own: undefined, pair: undefined, extra, points };
}

/** A span of a word that is not the lexicon's. */
export function ownSpanOf(
  { digits }: Ground,
  own: PreparedWord,
  fit: Pick<Fit, "start" | "lookAlikes">,
): Span {
  const { start, lookAlikes } = fit;
  const { keys, commonness, isOwners } = own;
  const end = start + keys.length;
  const premium = lookAlikes * POINTS.lookAlike + lastPoints(digits.length, { start, end });
  const extra = premium + (isOwners ? POINTS.ownWord : 0);
  const points = wordPoints(keys.length, commonness) + extra;
  return { start, end, first: 0, last: 1, lookAlikes, keys, own, pair: undefined, extra, points };
}

/** A span of two words of the lexicon, each one of a span of its own. */
export function spanOfPair(lexicon: Lexicon, [before, word]: PlacedIn, [after, next]: PlacedIn): Span {
  const first = { span: before, word, points: pointsOf(lexicon, before, word), isPaired: false };
  const points = pointsOf(lexicon, after, next) + POINTS.pair;
  const second = { span: after, word: next, points, isPaired: true };
  return {
    start: before.start,
    end: after.end,
    first: 0,
    last: 1,
    lookAlikes: 0,
    keys: undefined,
    own: undefined,
    pair: [first, second],
    extra: 0,
    points: first.points + points,
  };
}

type PlacedIn = readonly [span: Span, word: number];

/** Words one by one, pairs taken apart. */
export function singleWords(choices: readonly Choice[]): readonly Choice[] {
  for (const { span } of choices)
    if (span.pair !== undefined) return choices.flatMap((choice) => choice.span.pair ?? [choice]);
  return choices;
}

/** What a word earns for being the last thing that is heard. */
export function lastPoints(length: number, { start, end }: Pick<Fit, "start" | "end">): number {
  return end === length ? (end - start) * POINTS.lastLetter : 0;
}

/** How common a word is, in hundredths. */
export function commonnessOf(lexicon: Lexicon, { own }: Span, word: number): number {
  return own === undefined ? (lexicon.commonness[word] ?? 0) : own.commonness;
}

/** A span's best word. */
export function firstOf(span: Span): Choice {
  return { span, word: span.first, points: span.points, isPaired: false };
}

/** The word of the same span that comes next; undefined after the last. */
export function nextAfter(lexicon: Lexicon, { span, word }: Choice): Choice | undefined {
  const next = word + 1;
  return next < span.last
    ? { span, word: next, points: pointsOf(lexicon, span, next), isPaired: false }
    : undefined;
}

/** The span without the words before one. */
export function fromWord(lexicon: Lexicon, span: Span, first: number): Span {
  return { ...span, first, points: pointsOf(lexicon, span, first) };
}

/** What a word of the lexicon earns in a span. */
function pointsOf({ commonness }: Lexicon, { start, end, extra }: Span, word: number): number {
  return wordPoints(end - start, commonness[word] ?? 0) + extra;
}
