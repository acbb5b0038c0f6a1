import { climb, type Search } from "./climb";
import { type FixedLetters, isLetter, keepFixed, runSpansAt } from "./fixed-letters";
import type { Ground } from "./ground";
import { lookAlikeSpansAt } from "./look-alike-spans";
import { MOST_LOOK_ALIKES } from "./look-alikes";
import type { Terrain } from "./paths";
import { plainSpansAt } from "./plain-spans";
import type { Lattice, Span } from "./span";

/** A number in which words are looked for. */
export interface Field extends Ground {
  /** Where the digits begin that may become letters on the upper rungs. */
  readonly opens: number;
  readonly fixed: FixedLetters | undefined;
}

/** Looks for words, rung by rung, until enough is found. */
export function climbLadder(field: Field, search: Search): void {
  const plain = spansFrom(field, field.opens);
  climb({ rung: "words", terrain: terrainOf(field, plain), isWanted: () => true }, search);
  if (search.found.length < search.count) climbLookAlikes(field, plain, search);
  if (search.found.length < search.count) climbAreaCode(field, plain, search);
}

function climbLookAlikes(field: Field, plain: Lattice, search: Search): void {
  const lattice = plain.map((spans, start) =>
    start < field.opens ? spans : [...spans, ...kept(field, lookAlikeSpansAt(field, start))],
  );
  const isWanted = ({ lookAlikes }: Span) => lookAlikes > 0;
  const terrain = { ...terrainOf(field, lattice), budget: MOST_LOOK_ALIKES };
  if (lattice.some((spans) => spans.some(isWanted))) climb({ rung: "lookAlikes", terrain, isWanted }, search);
}

function climbAreaCode(field: Field, plain: Lattice, search: Search): void {
  const lattice = plain.map((spans, start) => (start < field.opens ? spansAt(field, start) : spans));
  const isWanted = ({ start }: Span) => start < field.opens;
  const terrain = { ...terrainOf(field, lattice), from: 0 };
  if (lattice.some((spans) => spans.some(isWanted))) climb({ rung: "areaCode", terrain, isWanted }, search);
}

function terrainOf({ lexicon, digits, opens, fixed = "" }: Field, lattice: Lattice): Terrain {
  let mustSpell = 0;
  for (let place = 0; place < fixed.length; place++) if (isLetter(fixed[place])) mustSpell |= 1 << place;
  return { lexicon, from: opens, to: digits.length, lattice, budget: 0, mustSpell };
}

function spansFrom(field: Field, opens: number): Lattice {
  const lattice: (readonly Span[])[] = [];
  for (let start = 0; start < field.digits.length; start++)
    lattice.push(start < opens ? NO_SPANS : spansAt(field, start));
  return lattice;
}

const NO_SPANS: readonly Span[] = [];

function spansAt(field: Field, start: number): readonly Span[] {
  const spans = kept(field, plainSpansAt(field, start));
  return field.fixed === undefined ? spans : [...spans, ...runSpansAt(field, field.fixed, start)];
}

function kept(field: Field, spans: readonly Span[]): readonly Span[] {
  return field.fixed === undefined ? spans : keepFixed(field, field.fixed, spans);
}
