import { IMPOSSIBLE, type Paths, pointsAround } from "./paths";
import { type Choice, nextAfter, type Span } from "./span";

/** A word whose best spelling waits to be tried. */
export interface Head extends Choice {
  /** What the spelling comes to. */
  readonly total: number;
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
      const { first, points } = span;
      heads.push({ span, word: first, points, total: around + points, words: undefined });
    }
  return heads;
}

/** Takes the head that earns most out of the line, the first of several. */
export function takeBest(heads: Head[]): Head | undefined {
  let best = heads[0];
  for (const head of heads) if (best === undefined || head.total > best.total) best = head;
  if (best !== undefined) heads.splice(heads.indexOf(best), 1);
  return best;
}

/** The next word of the same span, with the same words around it. */
export function headBehind({ terrain }: Paths, head: Head): Head | undefined {
  const next = head.words === undefined ? nextAfter(terrain.lexicon, head) : undefined;
  if (next === undefined) return undefined;
  const { span, word, points } = next;
  return { span, word, points, total: head.total - head.points + points, words: undefined };
}
