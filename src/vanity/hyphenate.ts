import type { NationalNumber } from "./read-number";

/** Letters of a spelling that belong together. */
export interface Shown {
  readonly start: number;
  readonly text: string;
}

/** Numbers with a bad name. They are the caller's own, but nothing may put them between hyphens. */
const NEVER_ALONE = new Set(["69", "666", "1488"]);

/**
 * A number with words in it, as it is written: hyphens around words and where the country has its gaps. Undefined when
 * digits would stand alone that must not.
 */
export function hyphenate(
  { digits, groupStarts }: NationalNumber,
  words: readonly Shown[],
): string | undefined {
  const pieces: string[] = [];
  let place = 0;
  for (const { start, text } of [...words, { start: digits.length, text: "" }]) {
    const gaps = groupStarts.filter((gap) => gap > place && gap < start);
    const chunks = sociable(cut(digits, [place, ...gaps, start]));
    if (chunks === undefined) return undefined;
    pieces.push(...chunks);
    if (text !== "") pieces.push(text);
    place = start + text.length;
  }
  return pieces.join("-");
}

function cut(digits: string, places: readonly number[]): string[] {
  return places
    .slice(1)
    .map((end, index) => digits.slice(places[index], end))
    .filter((chunk) => chunk !== "");
}

/** Joins what must not stand alone with the chunk before it, or else after it. */
export function sociable(chunks: readonly string[]): string[] | undefined {
  const index = chunks.findIndex((chunk) => NEVER_ALONE.has(chunk));
  if (index === -1) return [...chunks];
  if (chunks.length === 1) return undefined;
  const at = Math.max(0, index - 1);
  return sociable([...chunks.slice(0, at), chunks.slice(at, at + 2).join(""), ...chunks.slice(at + 2)]);
}
