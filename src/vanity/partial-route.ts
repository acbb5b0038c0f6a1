import { at, bestBefore, isForced, type Paths, slot } from "./paths";
import { POINTS } from "./score";
import { type Choice, firstOf, nextAfter } from "./span";

/** A route through a number of which only the part between two places is settled. */
export interface PartialRoute {
  readonly words: readonly Choice[];
  readonly settled: number;
  readonly left: number;
  readonly right: number;
  /** Whether it is a digit that stands at that end of the part. */
  readonly leftDigit: boolean;
  readonly rightDigit: boolean;
  /** How many more look-alikes there may be. */
  readonly spare: number;
  /** What it was grown from by a word, if it was. */
  readonly grown: Growth | undefined;
}

interface Growth {
  readonly from: PartialRoute;
  readonly choice: Choice;
}

/** A route that is settled only where a word stands. */
export function startRoute(paths: Paths, choice: Choice): PartialRoute {
  return {
    words: [choice],
    settled: choice.points,
    left: choice.span.start,
    right: choice.span.end,
    leftDigit: false,
    rightDigit: false,
    spare: paths.terrain.budget - choice.span.lookAlikes,
    grown: undefined,
  };
}

/** The most that a route can come to: what is settled, and the best that `findPaths` knows for either open end. */
export function boundOf(
  paths: Paths,
  { settled, left, right, leftDigit, rightDigit, spare }: PartialRoute,
): number {
  const before = leftDigit ? bestBeforeDigit(paths, left, spare) : bestBefore(paths, left, spare);
  return settled + before + at(rightDigit ? paths.afterDigit : paths.afterWord, slot(right, spare));
}

function bestBeforeDigit(paths: Paths, place: number, spare: number): number {
  const here = slot(place, spare);
  return Math.max(at(paths.digitBefore, here), at(paths.wordBefore, here) + POINTS.stretch);
}

/** The routes that are longer by a digit or by the first word of a span: to the left while there is room, then to the right. */
export function grow(paths: Paths, route: PartialRoute): PartialRoute[] {
  return route.left > paths.terrain.from ? growLeft(paths, route) : growRight(paths, route);
}

function growLeft(paths: Paths, route: PartialRoute): PartialRoute[] {
  const { lattice } = paths.terrain;
  const { left } = route;
  const longer: PartialRoute[] = [];
  for (let start = paths.terrain.from; start < left; start++)
    for (const span of lattice[start] ?? [])
      if (span.end === left && span.lookAlikes <= route.spare) longer.push(withWord(route, firstOf(span)));
  if (!isForced(paths.terrain, left - 1))
    longer.push({
      words: route.words,
      settled: route.settled,
      left: left - 1,
      right: route.right,
      leftDigit: true,
      rightDigit: route.rightDigit,
      spare: route.spare,
      grown: undefined,
    });
  return longer;
}

function growRight(paths: Paths, route: PartialRoute): PartialRoute[] {
  const { right, rightDigit, settled } = route;
  const longer: PartialRoute[] = [];
  for (const span of paths.terrain.lattice[right] ?? [])
    if (span.lookAlikes <= route.spare) longer.push(withWord(route, firstOf(span)));
  const cost = rightDigit ? 0 : POINTS.stretch;
  if (!isForced(paths.terrain, right))
    longer.push({
      words: route.words,
      settled: settled + cost,
      left: route.left,
      right: right + 1,
      leftDigit: route.leftDigit,
      rightDigit: true,
      spare: route.spare,
      grown: undefined,
    });
  return longer;
}

function withWord(route: PartialRoute, choice: Choice): PartialRoute {
  const { span, points } = choice;
  const spare = route.spare - span.lookAlikes;
  const grown = { from: route, choice };
  if (span.start === route.right)
    return {
      words: [...route.words, choice],
      settled: route.settled + points,
      left: route.left,
      right: span.end,
      leftDigit: route.leftDigit,
      rightDigit: false,
      spare,
      grown,
    };
  const settled = route.settled + points + (route.leftDigit ? POINTS.stretch : 0);
  return {
    words: [choice, ...route.words],
    settled,
    left: span.start,
    right: route.right,
    leftDigit: false,
    rightDigit: route.rightDigit,
    spare,
    grown,
  };
}

/** The route with the next word of the same span in the place of the one that it was last grown by. */
export function sibling(paths: Paths, { grown }: PartialRoute): PartialRoute | undefined {
  const next = grown && nextAfter(paths.terrain.lexicon, grown.choice);
  return grown && next && withWord(grown.from, next);
}
