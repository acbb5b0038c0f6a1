import type { Tier } from "./read-scowl";

/** What is known of a word besides its meaning. */
export interface WordFacts {
  readonly tier: Tier;
  /** Its place in Wikipedia's order, from 0; undefined when it is not there. */
  readonly rank: number | undefined;
  /** Something that one can picture. */
  readonly isConcrete: boolean;
  readonly isInflected: boolean;
  readonly isName: boolean;
  /** May be meant as an offence. */
  readonly isDoubtful: boolean;
}

const RAREST_TIER = 70;
const COMMONEST_TIER = 10;
const RAREST_RANK = 225_555;

/**
 * How common a word is, 0.3 to 1, times how well it sticks: half by the lists of dictionaries that have it, half by the
 * logarithm of its place in Wikipedia.
 */
export function commonnessOf(facts: WordFacts): number {
  const tier = (RAREST_TIER - facts.tier) / (RAREST_TIER - COMMONEST_TIER);
  const rank = facts.rank === undefined ? 0 : 1 - Math.log(1 + facts.rank) / Math.log(RAREST_RANK);
  const common = 0.3 + 0.7 * (tier / 2 + Math.max(0, rank) / 2);
  return common * factorOf(facts);
}

function factorOf({ isConcrete, isInflected, isName, isDoubtful }: WordFacts): number {
  return (isConcrete ? 1.08 : 1) * (isInflected ? 0.95 : 1) * (isName ? 0.8 : 1) * (isDoubtful ? 0.6 : 1);
}
