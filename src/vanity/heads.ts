import { IMPOSSIBLE, type Paths, pointsAround } from "./paths";
import { type Choice, firstOf, nextAfter, type Span } from "./span";

/** The best spelling through a word, waiting to be tried. */
export interface Head {
  readonly choice: Choice;
  /** What the spelling comes to. */
  readonly points: number;
  /** The spelling's words, where they are not simply the best. */
  readonly words: readonly Choice[] | undefined;
}

/** Each span's best word. Those that come after it wait behind. */
export function headsOf(paths: Paths, isWanted: (span: Span) => boolean): Head[] {
  const heads: Head[] = [];
  for (const spans of paths.terrain.lattice)
    for (const span of spans) {
      const around = isWanted(span) ? pointsAround(paths, span) : IMPOSSIBLE;
      if (around <= IMPOSSIBLE / 2) continue;
      heads.push({ choice: firstOf(span), points: around + span.points, words: undefined });
    }
  return heads;
}

/** Takes the head that earns most out of the line, the first of several. */
export function takeBest(heads: Head[]): Head | undefined {
  let best = heads[0];
  for (const head of heads) if (best === undefined || head.points > best.points) best = head;
  if (best !== undefined) heads.splice(heads.indexOf(best), 1);
  return best;
}

/** The next word of the same span, with the same words around it. */
export function headBehind({ terrain }: Paths, { choice, points, words }: Head): Head | undefined {
  const next = words === undefined ? nextAfter(terrain.lexicon, choice) : undefined;
  return next && { choice: next, points: points - choice.points + next.points, words };
}
