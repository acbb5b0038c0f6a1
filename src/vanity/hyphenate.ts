import type { NationalNumber } from "./read-number";
import type { Choice } from "./span";
import type { PlacedWord } from "./spelled-words";

/** Numbers with a bad name. They are the caller's own, but nothing may put them between hyphens. */
const NEVER_ALONE = new Set(["69", "666", "1488"]);
const LONER = new RegExp([...NEVER_ALONE].join("|"));

/** A number with words in it, in small letters, with hyphens around words and where the country has its gaps. */
export function hyphenate(number: NationalNumber, words: readonly PlacedWord[]): string {
  const { digits } = number;
  const pieces: string[] = [];
  let place = 0;
  for (const { choice, shown } of words) {
    pieces.push(...digitPieces(number, place, choice.span.start), shown);
    place = choice.span.end;
  }
  return [...pieces, ...digitPieces(number, place, digits.length)].join("-");
}

/** Whether digits would stand alone that must not. */
export function leavesLoner(number: NationalNumber, words: readonly Choice[]): boolean {
  const { digits } = number;
  if (!LONER.test(digits)) return false;
  let place = 0;
  for (const { span } of words) {
    if (withoutLoners(digitGroups(number, place, span.start)) === undefined) return true;
    place = span.end;
  }
  return withoutLoners(digitGroups(number, place, digits.length)) === undefined;
}

/** Where one stands alone that must not, and has no neighbor, it was asked before: see `leavesLoner`. */
function digitPieces(number: NationalNumber, start: number, end: number): readonly string[] {
  const groups = digitGroups(number, start, end);
  return withoutLoners(groups) ?? groups;
}

/** The digits of a stretch, parted where the country parts them. */
function digitGroups({ digits, groupStarts }: NationalNumber, start: number, end: number): string[] {
  const groups: string[] = [];
  let place = start;
  for (const gap of groupStarts) {
    if (gap <= place || gap >= end) continue;
    groups.push(digits.slice(place, gap));
    place = gap;
  }
  if (place < end) groups.push(digits.slice(place, end));
  return groups;
}

/** Joins what must not stand alone with the group before it, or else after it; undefined when there is neither. */
export function withoutLoners(groups: readonly string[]): readonly string[] | undefined {
  const loner = groups.findIndex((group) => NEVER_ALONE.has(group));
  if (loner === -1) return groups;
  if (groups.length === 1) return undefined;
  const first = Math.max(0, loner - 1);
  const joined = groups.slice(first, first + 2).join("");
  return withoutLoners([...groups.slice(0, first), joined, ...groups.slice(first + 2)]);
}
