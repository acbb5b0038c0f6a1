import type { Tier } from "./read-scowl";

/** What is known of a word besides its meaning. */
export interface WordFacts {
  readonly tier: Tier;
  /** Its place in Wikipedia's order, from 0; undefined when it is not there. */
  readonly rank: number | undefined;
  readonly isInflected: boolean;
  readonly isName: boolean;
  /** Only holds other words together, such as *of* and *which*. */
  readonly isLinking: boolean;
  /** A word of a trade: what advertising is made of. */
  readonly isTrade: boolean;
  /** May be meant as an offence. */
  readonly isDoubtful: boolean;
}

const RAREST_TIER = 70;
const COMMONEST_TIER = 10;
const RAREST_RANK = 225_555;

/**
 * How common a word is, 0.3 to 1, times how well it sticks: by two fifths for the lists of dictionaries that have it, by three
 * for the logarithm of its place in Wikipedia.
 */
export function commonnessOf(facts: WordFacts): number {
  const tier = (RAREST_TIER - facts.tier) / (RAREST_TIER - COMMONEST_TIER);
  const rank = facts.rank === undefined ? 0 : 1 - Math.log(1 + facts.rank) / Math.log(RAREST_RANK);
  const common = 0.3 + 0.7 * (tier * 0.4 + Math.max(0, rank) * 0.6);
  return common * factorOf(facts);
}

function factorOf(facts: WordFacts): number {
  const { isInflected, isName, isLinking, isTrade, isDoubtful } = facts;
  const sticks = (isTrade ? 1.3 : 1) * (isLinking ? 0.3 : 1);
  return sticks * (isInflected ? 0.95 : 1) * (isName ? 0.8 : 1) * (isDoubtful ? 0.6 : 1);
}
