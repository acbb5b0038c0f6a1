import { POINTS } from "./score";
import { lastPoints } from "./span";
import type { PlacedWord } from "./spelled-words";

/**
 * How a score comes about, in figures that add up to it: `flowers 49 x 0.73 for a common word of 7 letters, +10.5 for ending in
 * flowers`.
 */
export function explain(words: readonly PlacedWord[], digits: LeftOver): string {
  const { stretches, length } = digits;
  let why = "";
  for (const [index, word] of words.entries()) {
    why += index === 0 ? earned(word) : `, ${earned(word)}`;
    if (word.choice.isPaired)
      why += `, +${points(POINTS.pair)} for the pair ${words[index - 1]?.text} ${word.text}`;
  }
  const last = words.at(-1);
  if (last?.choice.span.end === length)
    why += `, +${points(lastPoints(length, last.choice.span))} for ending in ${last.text}`;
  if (stretches.length > 0)
    why += `, ${points(POINTS.stretch * stretches.length)} for the digits ${stretches.join(" and ")}`;
  return why;
}

/** What is no word of a spelling. */
export interface LeftOver {
  /** The stretches of digits that count. */
  readonly stretches: readonly string[];
  /** Of the whole number. */
  readonly length: number;
}

/** Numbers as they are written, kept because to write a fraction takes longer than to find a word. */
const written = new Map<number, string>();

function points(hundredths: number): string {
  const known = written.get(hundredths) ?? String(hundredths / 100);
  written.set(hundredths, known);
  return known;
}

function earned({ text, commonness, choice }: PlacedWord): string {
  const { length } = text;
  const { own, lookAlikes } = choice.span;
  const kind = own === undefined ? howCommon(commonness) : own.isOwners ? "a word" : "a fixed run";
  let why = `${text} ${length * length} x ${points(commonness)} for ${kind} of ${length} letters`;
  if (own?.isOwners === true) why += `, +${points(POINTS.ownWord)} for being the owner's`;
  if (lookAlikes > 0) why += `, ${points(POINTS.lookAlike * lookAlikes)} for ${digitsRead(lookAlikes)}`;
  return why;
}

function digitsRead(count: number): string {
  return count === 1 ? "a digit read as a letter" : `${count} digits read as letters`;
}

function howCommon(commonness: number): string {
  if (commonness >= 70) return "a common word";
  return commonness >= 50 ? "a known word" : "a rare word";
}
