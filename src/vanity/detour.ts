import { at, bestBefore, IMPOSSIBLE, isForced, type Paths, slot } from "./paths";
import { POINTS } from "./score";
import { type Choice, firstOf, nextAfter, type Span } from "./span";

/** A way to spell a number, and what it earns. */
export interface Route {
  readonly words: readonly Choice[];
  readonly points: number;
}

/** A route of which only the part between two places is settled. */
interface Partial {
  readonly words: readonly Choice[];
  readonly settled: number;
  readonly left: number;
  readonly right: number;
  /** Whether it is a digit that stands at that end of the part. */
  readonly leftDigit: boolean;
  readonly rightDigit: boolean;
  /** How many more look-alikes there may be. */
  readonly spare: number;
}

/** How many routes are looked at before a word is given up. */
const PATIENCE = 100;

/**
 * The best route through a word that is fine, when the best of all is not. `findPaths` knows what each open end can still
 * earn: so the most promising part is always gone on with first, and the first route that is whole and fine is the best.
 */
export function detour(
  paths: Paths,
  choice: Choice,
  isFine: (words: readonly Choice[]) => boolean,
): Route | undefined {
  const { span, points } = choice;
  const spare = paths.terrain.budget - span.lookAlikes;
  const start = { words: [choice], settled: points, left: span.start, right: span.end, spare };
  const open = [bounded(paths, { ...start, leftDigit: false, rightDigit: false })];
  for (let tries = 0; tries < PATIENCE; tries++) {
    const best = takeBest(open);
    if (best === undefined || best.bound <= IMPOSSIBLE / 2) return undefined;
    const { partial, bound } = best;
    if (partial.left > paths.terrain.from) open.push(...leftwards(paths, partial));
    else if (partial.right < paths.terrain.to) open.push(...rightwards(paths, partial));
    else if (isFine(partial.words)) return { words: partial.words, points: bound };
  }
  return undefined;
}

interface Bounded {
  readonly partial: Partial;
  /** The most that it can come to. */
  readonly bound: number;
}

function bounded(paths: Paths, partial: Partial): Bounded {
  const { settled, left, right, leftDigit, rightDigit, spare } = partial;
  const before = leftDigit
    ? Math.max(
        at(paths.digitBefore, slot(left, spare)),
        at(paths.wordBefore, slot(left, spare)) + POINTS.stretch,
      )
    : bestBefore(paths, left, spare);
  const after = at(rightDigit ? paths.afterDigit : paths.afterWord, slot(right, spare));
  return { partial, bound: settled + before + after };
}

function takeBest(open: Bounded[]): Bounded | undefined {
  let best = 0;
  for (let index = 1; index < open.length; index++)
    if ((open[index]?.bound ?? 0) > (open[best]?.bound ?? 0)) best = index;
  return open.splice(best, 1)[0];
}

function leftwards(paths: Paths, partial: Partial): Bounded[] {
  const { lattice } = paths.terrain;
  const { words, settled, left, leftDigit, spare } = partial;
  const arriving = lattice.slice(0, left).flatMap((spans) => spans.filter(({ end }) => end === left));
  const byWord = choicesOf(paths, arriving, spare).map((choice) => ({
    ...partial,
    words: [choice, ...words],
    settled: settled + choice.points + (leftDigit ? POINTS.stretch : 0),
    left: choice.span.start,
    leftDigit: false,
    spare: spare - choice.span.lookAlikes,
  }));
  const byDigit = isForced(paths.terrain, left - 1) ? [] : [{ ...partial, left: left - 1, leftDigit: true }];
  return [...byWord, ...byDigit].map((next) => bounded(paths, next));
}

function rightwards(paths: Paths, partial: Partial): Bounded[] {
  const { lattice } = paths.terrain;
  const { words, settled, right, rightDigit, spare } = partial;
  const byWord = choicesOf(paths, lattice[right] ?? [], spare).map((choice) => ({
    ...partial,
    words: [...words, choice],
    settled: settled + choice.points,
    right: choice.span.end,
    rightDigit: false,
    spare: spare - choice.span.lookAlikes,
  }));
  const stretch = rightDigit ? 0 : POINTS.stretch;
  const byDigit = { ...partial, settled: settled + stretch, right: right + 1, rightDigit: true };
  return [...byWord, ...(isForced(paths.terrain, right) ? [] : [byDigit])].map((next) =>
    bounded(paths, next),
  );
}

/** All words of the spans that there are look-alikes enough for. */
function choicesOf(paths: Paths, spans: readonly Span[], spare: number): Choice[] {
  const choices: Choice[] = [];
  for (const span of spans) {
    if (span.lookAlikes > spare) continue;
    let choice: Choice | undefined = firstOf(span);
    while (choice !== undefined) {
      choices.push(choice);
      choice = nextAfter(paths.terrain.lexicon, choice);
    }
  }
  return choices;
}
