import type { Candidate } from "./compose";
import { sociable } from "./hyphenate";
import type { NationalNumber } from "./read-number";
import { POINTS } from "./score";

/** Ways to part seven digits, the handiest first. */
const PARTINGS: readonly (readonly number[])[] = allPartings(7).sort((a, b) => clumsiness(a) - clumsiness(b));

function allPartings(length: number): number[][] {
  if (length === 0) return [[]];
  const firsts = Array.from({ length }, (_, index) => index + 1);
  return firsts.flatMap((first) => allPartings(length - first).map((rest) => [first, ...rest]));
}

/** People keep two to four digits in mind at a time. */
function clumsiness(parting: readonly number[]): number {
  return parting.reduce((sum, length) => sum + (length < 2 || length > 4 ? 5 : 1), 0);
}

/** The last rung: the number's own digits in groups that are easy to remember. Never fewer than five ways. */
export function groupDigits({ digits, groupStarts }: NationalNumber): Candidate[] {
  const local = digits.length - 7;
  const gaps = [...groupStarts.filter((gap) => gap < local), local].filter(
    (gap, index, all) => all.indexOf(gap) === index,
  );
  const area = gaps.slice(0, -1).map((gap, index) => digits.slice(gap, gaps[index + 1]));
  return PARTINGS.map((parting) => [...area, ...part(digits.slice(local), parting)])
    .map((chunks) => sociable(chunks))
    .filter((chunks) => chunks !== undefined)
    .map((chunks) => grouped(chunks))
    .sort((a, b) => b.result.score - a.result.score);
}

function part(digits: string, lengths: readonly number[]): string[] {
  let end = 0;
  return lengths.map((length) => {
    end += length;
    return digits.slice(end - length, end);
  });
}

function grouped(chunks: readonly string[]): Candidate {
  const memorable = chunks.filter((chunk) => /^(\d)\1+$/.test(chunk));
  const points = POINTS.stretch + memorable.reduce((sum, { length }) => sum + 100 * length, 0);
  const why = [
    `${POINTS.stretch / 100} for digits only`,
    ...memorable.map((chunk) => `+${chunk.length} for ${chunk}, which is easy to remember`),
  ].join(", ");
  const result = { spelling: chunks.join("-"), words: [], score: points / 100, why, rung: "digits" as const };
  return { result, face: chunks.join(""), mainWord: "" };
}
