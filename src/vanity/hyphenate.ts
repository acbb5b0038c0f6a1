import type { NationalNumber } from "./read-number";
import type { PlacedWord } from "./spelled-words";

/** Numbers with a bad name. They are the caller's own, but nothing may put them between hyphens. */
const NEVER_ALONE = new Set(["69", "666", "1488"]);

/**
 * A number with words in it, in small letters, with hyphens around words and where the country has its gaps. Undefined when
 * digits would stand alone that must not.
 */
export function hyphenate(number: NationalNumber, words: readonly PlacedWord[]): string | undefined {
  const { digits } = number;
  const pieces: string[] = [];
  let place = 0;
  for (const { choice, shown } of words) {
    if (!putDigits(pieces, digitGroups(number, place, choice.span.start))) return undefined;
    pieces.push(shown);
    place = choice.span.end;
  }
  return putDigits(pieces, digitGroups(number, place, digits.length)) ? pieces.join("-") : undefined;
}

function putDigits(pieces: string[], groups: readonly string[]): boolean {
  const together = withoutLoners(groups);
  if (together !== undefined) pieces.push(...together);
  return together !== undefined;
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
