import { POINTS } from "./score";
import type { Choice, Span } from "./span";

/**
 * The best way to spell what is before and after each place of the digits, by dynamic programming in both directions. What
 * follows a digit and what follows a word are told apart, since a stretch of digits is paid for once.
 */
export interface Paths {
  /** Where what may be spelled begins, and where it ends. */
  readonly from: number;
  readonly to: number;
  readonly budget: number;
  readonly before: readonly Step[];
  readonly after: readonly Step[];
}

/** The best way to reach a place from the front, or to go on from it to the end. */
interface Step {
  readonly points: number;
  /** The word that it takes there; a digit, if there is none. */
  readonly span: Span | undefined;
  readonly next: Step | undefined;
}

const IMPOSSIBLE: Step = { points: Number.NEGATIVE_INFINITY, span: undefined, next: undefined };

export interface PathInput {
  readonly from: number;
  readonly to: number;
  readonly spans: readonly Span[];
  /** How many look-alikes a spelling may hold. */
  readonly budget: number;
  /** Tells the places that must not be left a digit. */
  readonly mustSpell?: (place: number) => boolean;
}

const WORD = 0;
const DIGIT = 1;

/** Where the step for a place, a number of look-alikes still allowed and what came before is kept. */
const slot = (place: number, budget: number, kind: number): number => (place * 3 + budget) * 2 + kind;

export function findPaths({ from, to, spans, budget, mustSpell = () => false }: PathInput): Paths {
  const before: Step[] = [];
  const after: Step[] = [];
  const starting = byPlace(spans, ({ start }) => start);
  const ending = byPlace(spans, ({ end }) => end);
  for (let spare = 0; spare <= budget; spare++) {
    before[slot(from, spare, WORD)] = { points: 0, span: undefined, next: undefined };
    before[slot(from, spare, DIGIT)] = IMPOSSIBLE;
    after[slot(to, spare, WORD)] = { points: POINTS.endsInWord, span: undefined, next: undefined };
    after[slot(to, spare, DIGIT)] = { points: 0, span: undefined, next: undefined };
    for (let place = from + 1; place <= to; place++) {
      const digitAllowed = !mustSpell(place - 1);
      const word = before[slot(place - 1, spare, WORD)] ?? IMPOSSIBLE;
      const digit = before[slot(place - 1, spare, DIGIT)] ?? IMPOSSIBLE;
      before[slot(place, spare, DIGIT)] = digitAllowed ? afterDigit(word, digit) : IMPOSSIBLE;
      before[slot(place, spare, WORD)] = bestSpan(ending[place], spare, (span, left) =>
        better(before[slot(span.start, left, WORD)], before[slot(span.start, left, DIGIT)]),
      );
    }
    for (let place = to - 1; place >= from; place--) {
      const word = bestSpan(starting[place], spare, (span, left) => after[slot(span.end, left, WORD)]);
      const digit = mustSpell(place) ? IMPOSSIBLE : (after[slot(place + 1, spare, DIGIT)] ?? IMPOSSIBLE);
      const fresh = { points: digit.points + POINTS.stretch, span: undefined, next: digit };
      const going = { points: digit.points, span: undefined, next: digit };
      after[slot(place, spare, WORD)] = better(word, fresh);
      after[slot(place, spare, DIGIT)] = better(word, going);
    }
  }
  return { from, to, budget, before, after };
}

function byPlace(spans: readonly Span[], placeOf: (span: Span) => number): Span[][] {
  const places: Span[][] = [];
  for (const span of spans) {
    const place = placeOf(span);
    const there = places[place];
    if (there === undefined) places[place] = [span];
    else there.push(span);
  }
  return places;
}

function afterDigit(word: Step, digit: Step): Step {
  const fresh = { points: word.points + POINTS.stretch, span: undefined, next: word };
  return better({ points: digit.points, span: undefined, next: digit }, fresh);
}

function better(a: Step = IMPOSSIBLE, b: Step = IMPOSSIBLE): Step {
  return b.points > a.points ? b : a;
}

function bestSpan(
  spans: readonly Span[] | undefined,
  budget: number,
  neighbour: (span: Span, left: number) => Step | undefined,
): Step {
  let best = IMPOSSIBLE;
  for (const span of spans ?? []) {
    const left = budget - span.lookAlikes;
    if (left < 0) continue;
    const next = neighbour(span, left) ?? IMPOSSIBLE;
    const points = span.points + next.points;
    if (points > best.points) best = { points, span, next };
  }
  return best;
}

/** What the best spelling through a span earns, its first word taken. */
export function pointsThrough(paths: Paths, span: Span): number {
  const { before, after } = around(paths, span);
  return before.points + span.points + after.points;
}

/** The best way on either side of a span, within the look-alikes that it leaves. */
function around({ before, after, budget }: Paths, span: Span): { before: Step; after: Step } {
  const left = budget - span.lookAlikes;
  let best = { before: IMPOSSIBLE, after: IMPOSSIBLE };
  for (let spare = 0; spare <= left; spare++) {
    const front = better(before[slot(span.start, spare, WORD)], before[slot(span.start, spare, DIGIT)]);
    const back = after[slot(span.end, left - spare, WORD)] ?? IMPOSSIBLE;
    if (front.points + back.points > best.before.points + best.after.points)
      best = { before: front, after: back };
  }
  return best;
}

/** The words of the best spelling through a choice, in the order of the number. */
export function wordsThrough(paths: Paths, choice: Choice): Choice[] {
  const { before, after } = around(paths, choice.span);
  return [...wordsAlong(before).reverse(), choice, ...wordsAlong(after)];
}

function wordsAlong(step: Step): Choice[] {
  const choices: Choice[] = [];
  for (let at: Step | undefined = step; at !== undefined; at = at.next)
    if (at.span !== undefined) choices.push({ span: at.span, word: at.span.first });
  return choices;
}
