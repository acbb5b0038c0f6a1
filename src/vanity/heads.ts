import { IMPOSSIBLE, type Paths, pointsAround } from "./paths";
import { type Choice, nextAfter, type Span } from "./span";

/** A word whose best spelling waits to be tried. */
export interface Head extends Choice {
  /** What the spelling comes to. */
  readonly total: number;
  /** The spelling's words, where they are not simply the best. */
  readonly words: readonly Choice[] | undefined;
  /** Which of these words stands in for a better one of its span; undefined where the head's own word alone was chosen. */
  readonly varied: number | undefined;
}

/** Each span's best word. Those that come after it wait behind. */
export function headsOf(paths: Paths, isWanted: (span: Span) => boolean): Head[] {
  const heads: Head[] = [];
  for (const spans of paths.terrain.lattice)
    for (const span of spans) {
      const around = isWanted(span) ? pointsAround(paths, span) : IMPOSSIBLE;
      if (around <= IMPOSSIBLE / 2) continue;
      const { first, points } = span;
      heads.push({
        span,
        word: first,
        points,
        isPaired: false,
        total: around + points,
        words: undefined,
        varied: undefined,
      });
    }
  return heads;
}

/** Takes the head that earns most out of the line, the first of several. */
export function takeBest(heads: Head[]): Head | undefined {
  let best = 0;
  for (let index = 1; index < heads.length; index++)
    if ((heads[index]?.total ?? IMPOSSIBLE) > (heads[best]?.total ?? IMPOSSIBLE)) best = index;
  return heads.splice(best, 1)[0];
}

/**
 * What waits behind a head: the next word of its span; and where that span's best was tried before, also the next words of
 * the spans after it. So of two spans every word meets every other, and none of them twice.
 */
export function headsBehind(paths: Paths, head: Head, words: readonly Choice[]): Head[] {
  const { varied, span, word } = head;
  const behind: (Head | undefined)[] = [];
  if (varied !== undefined) behind.push(variedAt(paths, head, { words, index: varied }));
  else if (head.words === undefined) {
    behind.push(headBehind(paths, head));
    const after = word === span.first ? words.length : words.findIndex((each) => each.span === span) + 1;
    for (let index = after; index < words.length; index++)
      behind.push(variedAt(paths, head, { words, index }));
  }
  return behind.filter((each) => each !== undefined);
}

/** The next word of the same span, with the same words around it. */
export function headBehind({ terrain }: Paths, head: Head): Head | undefined {
  const next = head.words === undefined ? nextAfter(terrain.lexicon, head) : undefined;
  if (next === undefined) return undefined;
  const { span, word, points, isPaired } = next;
  const total = head.total - head.points + points;
  return { span, word, points, isPaired, total, words: undefined, varied: undefined };
}

interface Place {
  readonly words: readonly Choice[];
  readonly index: number;
}

/** The head's spelling with the next word at one of its places. */
function variedAt({ terrain }: Paths, head: Head, { words, index }: Place): Head | undefined {
  const word = words[index];
  const next = word && nextAfter(terrain.lexicon, word);
  if (word === undefined || next === undefined) return undefined;
  return {
    ...head,
    total: head.total - word.points + next.points,
    words: words.with(index, next),
    varied: index,
  };
}
