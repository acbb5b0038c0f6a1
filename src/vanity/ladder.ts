import { climb, type Search, type Stage } from "./climb";
import { type FixedLetters, isLetter, keepFixed, runSpansAt } from "./fixed-letters";
import type { Ground } from "./ground";
import { lookAlikeSpansAt } from "./look-alike-spans";
import { MOST_LOOK_ALIKES } from "./look-alikes";
import type { Terrain } from "./paths";
import { plainSpansAt } from "./plain-spans";
import type { Lattice, Span } from "./span";
import { pairSpansAt } from "./pair-spans";

/** A number in which words are looked for. */
export interface Field extends Ground {
  /** Where the digits begin that may become letters on the upper rungs. */
  readonly opens: number;
  readonly fixed: FixedLetters | undefined;
}

/** Looks for words, rung by rung, until enough is found. */
export function climbLadder(field: Field, search: Search): void {
  const single = latticeOf(field, (start) => (start < field.opens ? NO_SPANS : plainAt(field, start)));
  const plain = withPairs(field, single, { from: field.opens, to: field.digits.length });
  climb({ rung: "words", terrain: terrainOf(field, plain), isWanted: () => true }, search);
  if (search.found.length < search.count) climbLookAlikes(field, plain, search);
  if (search.found.length < search.count) climbAreaCode(field, plain, search);
}

function climbLookAlikes(field: Field, plain: Lattice, search: Search): void {
  const lattice = latticeOf(field, (start) =>
    start < field.opens ? NO_SPANS : [...(plain[start] ?? NO_SPANS), ...alikeAt(field, start)],
  );
  const terrain = { ...terrainOf(field, lattice), budget: MOST_LOOK_ALIKES };
  climbIfAny({ rung: "lookAlikes", terrain, isWanted: ({ lookAlikes }) => lookAlikes > 0 }, search);
}

/** Digits are not read as letters here: what little is left of an area code should be known again. */
function climbAreaCode(field: Field, plain: Lattice, search: Search): void {
  const single = latticeOf(field, (start) =>
    start < field.opens ? plainAt(field, start) : (plain[start] ?? NO_SPANS),
  );
  const lattice = withPairs(field, single, { from: 0, to: field.opens });
  const terrain = { ...terrainOf(field, lattice), from: 0 };
  climbIfAny({ rung: "areaCode", terrain, isWanted: ({ start }) => start < field.opens }, search);
}

function climbIfAny(stage: Stage, search: Search): void {
  if (stage.terrain.lattice.some((spans) => spans.some(stage.isWanted))) climb(stage, search);
}

function latticeOf(field: Field, spansAt: (start: number) => readonly Span[]): Lattice {
  const lattice: (readonly Span[])[] = [];
  for (let start = 0; start < field.digits.length; start++) lattice.push(spansAt(start));
  return lattice;
}

/** The lattice and the pairs that begin at some of its places. */
function withPairs(field: Field, lattice: Lattice, { from, to }: { from: number; to: number }): Lattice {
  return lattice.map((spans, start) => {
    const pairs = start < from || start >= to ? NO_SPANS : pairSpansAt(field, lattice, start);
    return pairs.length === 0 ? spans : [...spans, ...pairs];
  });
}

const NO_SPANS: readonly Span[] = [];

function plainAt(field: Field, start: number): readonly Span[] {
  const spans = kept(field, plainSpansAt(field, start));
  return field.fixed === undefined ? spans : [...spans, ...runSpansAt(field, field.fixed, start)];
}

function alikeAt(field: Field, start: number): readonly Span[] {
  return kept(field, lookAlikeSpansAt(field, start));
}

function kept(field: Field, spans: readonly Span[]): readonly Span[] {
  return field.fixed === undefined ? spans : keepFixed(field, field.fixed, spans);
}

function terrainOf({ lexicon, digits, opens, fixed = "" }: Field, lattice: Lattice): Terrain {
  let mustSpell = 0;
  for (let place = 0; place < fixed.length; place++) if (isLetter(fixed[place])) mustSpell |= 1 << place;
  return { lexicon, from: opens, to: digits.length, lattice, budget: 0, mustSpell };
}
