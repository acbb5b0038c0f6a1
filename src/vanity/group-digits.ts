import type { Candidate } from "./candidate";
import type { Search } from "./climb";
import { codesOf } from "./face";
import { withoutLoners } from "./hyphenate";
import { rateGroup } from "./rate-group";
import type { NationalNumber } from "./read-number";
import { POINTS } from "./score";

/** The last digits, which are grouped anew; those before stay as the country has them. */
const REGROUPED = 7;

/** The ways to part the last digits, by how many groups have other than the two to four digits that are kept in mind at once. */
let partings: readonly (readonly (readonly number[])[])[] | undefined;

/** Most numbers never come to this rung, so that it is made ready when one does. */
function partingsByClumsiness(): readonly (readonly (readonly number[])[])[] {
  if (partings !== undefined) return partings;
  const tiers: number[][][] = Array.from({ length: REGROUPED + 1 }, () => []);
  for (const lengths of partingsOf(REGROUPED)) tiers[lengths.filter(isClumsy).length]?.push(lengths);
  partings = tiers;
  return partings;
}

function isClumsy(length: number): boolean {
  return length < 2 || length > 4;
}

function partingsOf(length: number): number[][] {
  if (length === 0) return [[]];
  const all: number[][] = [];
  for (let first = 1; first <= length; first++)
    for (const rest of partingsOf(length - first)) all.push([first, ...rest]);
  return all;
}

/** The last rung, which always holds: the digits themselves, in groups that are easy to remember. */
export function groupDigits({ number, count, found, note }: Search): void {
  const wanted = count - found.length;
  if (wanted <= 0) return;
  const candidates = new Map<string, Candidate>();
  add(candidates, candidateOf(ownGroups(number), note));
  for (const tier of partingsByClumsiness()) {
    if (candidates.size >= wanted) break;
    for (const parting of tier) add(candidates, candidateOf(regrouped(number, parting), note));
  }
  const best = [...candidates.values()].sort((a, b) => b.result.score - a.result.score);
  found.push(...best.slice(0, wanted));
}

function add(candidates: Map<string, Candidate>, candidate: Candidate | undefined): void {
  if (candidate !== undefined && !candidates.has(candidate.result.spelling))
    candidates.set(candidate.result.spelling, candidate);
}

function candidateOf(groups: readonly string[], note: string): Candidate | undefined {
  const together = withoutLoners(groups);
  if (together === undefined) return undefined;
  let points: number = POINTS.stretch;
  let why = `${points / 100} for digits only`;
  let left = groups.join("").length;
  for (const group of together) {
    const rating = left <= REGROUPED ? rateGroup(group) : undefined;
    left -= group.length;
    if (rating === undefined) continue;
    points += rating.points;
    why += `, ${rating.points > 0 ? "+" : ""}${rating.points / 100} for ${group}, ${rating.because}`;
  }
  const result = {
    spelling: together.join("-"),
    words: [],
    score: points / 100,
    why: why + note,
    rung: "digits" as const,
  };
  return { shown: codesOf(together.join("")), mainWord: undefined, result };
}

/** As the country writes them. */
function ownGroups({ digits, groupStarts }: NationalNumber): string[] {
  return groupStarts.map((start, index) => digits.slice(start, groupStarts[index + 1]));
}

function regrouped({ digits, groupStarts }: NationalNumber, parting: readonly number[]): string[] {
  const local = digits.length - REGROUPED;
  const before = ownGroups({
    digits: digits.slice(0, local),
    groupStarts: groupStarts.filter((start) => start < local),
  });
  let end = local;
  return [
    ...before,
    ...parting.map((length) => {
      end += length;
      return digits.slice(end - length, end);
    }),
  ];
}
