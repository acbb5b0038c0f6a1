import { POINTS } from "./score";
import type { PlacedWord } from "./spelled-words";

/** A score in points, and how it comes about: figures that add up to it. */
export interface Account {
  readonly words: readonly PlacedWord[];
  readonly endsInWord: boolean;
  /** The stretches of leftover digits. */
  readonly leftover: readonly string[];
}

/** `flowers 49 x 0.8 for a common word of 7 letters, +6 for ending in a word`. */
export function explain({ words, endsInWord, leftover }: Account): string {
  let why = "";
  for (const word of words) why += why === "" ? earned(word) : `, ${earned(word)}`;
  if (endsInWord) why += `, +${points(POINTS.endsInWord)} for ending in a word`;
  if (leftover.length > 0)
    why += `, ${points(POINTS.stretch * leftover.length)} for the digits ${leftover.join(" and ")}`;
  return why;
}

/** Numbers as they are written, kept because to write a fraction takes longer than to find a word. */
const written: string[] = [];

function points(hundredths: number): string {
  if (hundredths < 0) return `-${points(-hundredths)}`;
  const known = written[hundredths] ?? String(hundredths / 100);
  written[hundredths] = known;
  return known;
}

function earned({ text, commonness, choice }: PlacedWord): string {
  const { length } = text;
  const { own, lookAlikes } = choice.span;
  const isOwners = own?.isOwners === true;
  let why = `${text} ${length * length} x ${points(commonness)} for ${howCommon(commonness)} word of ${length} letters`;
  if (isOwners) why += `, +${points(POINTS.ownWord)} for being the owner's`;
  if (lookAlikes > 0) why += `, ${points(POINTS.lookAlike * lookAlikes)} for ${digitsRead(lookAlikes)}`;
  return why;
}

function digitsRead(count: number): string {
  return count === 1 ? "a digit read as a letter" : `${count} digits read as letters`;
}

function howCommon(commonness: number): string {
  if (commonness >= 75) return "a common";
  return commonness >= 50 ? "a known" : "a rare";
}
