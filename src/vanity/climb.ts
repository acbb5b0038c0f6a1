import { type Candidate, candidateOf, findingOf, isFine } from "./candidate";
import { detour, type Patience } from "./detour";
import { isReduced } from "./face";
import { type Head, headBehind, headsBehind, headsOf, takeBest } from "./heads";
import { findPaths, type Paths, type Terrain } from "./paths";
import type { NationalNumber } from "./read-number";
import { type Choice, type Span, singleWords } from "./span";
import { longestOf, textOf } from "./spelled-words";
import type { Rung } from "./spelling";
import { withoutWords } from "./without-words";
import { wordsThrough } from "./words-through";

/** A rung of the ladder, ready to be climbed. */
export interface Stage {
  readonly rung: Rung;
  readonly terrain: Terrain;
  /** Whether a spelling with a word of this span belongs to the rung. */
  readonly isWanted: (span: Span) => boolean;
}

/** What was found so far, and what is wanted. */
export interface Search {
  readonly number: NationalNumber;
  readonly count: number;
  readonly found: Candidate[];
  /** What is added to each `why`. */
  readonly note: string;
}

/** How many spellings may be remembered by the same word. */
const SHARE = 2;

/**
 * Adds a rung's spellings to those found, the best first. Each word is tried with the best spelling that holds it: so the
 * words differ of themselves, without a look at the thousands of spellings there are. Once two spellings are remembered by
 * the same word, others with it are passed over; when too few are left, the rung is climbed again without that word.
 */
export function climb(stage: Stage, search: Search): void {
  const { lexicon } = stage.terrain;
  const before = search.found.length;
  let { terrain } = stage;
  let spent = climbOnce(findPaths(terrain), stage, search);
  while (spent.size > 0 && search.found.length < search.count) {
    terrain = { ...terrain, lattice: withoutWords(lexicon, terrain.lattice, [...spent.values()]) };
    spent = climbOnce(findPaths(terrain), stage, search);
  }
  const fresh = search.found.splice(before);
  search.found.push(...fresh.sort((a, b) => b.result.score - a.result.score));
}

interface Climb {
  readonly paths: Paths;
  readonly stage: Stage;
  readonly search: Search;
  readonly heads: Head[];
  readonly spent: Map<string, Choice>;
  readonly patience: Patience;
}

/**
 * How many steps may be made around what offends. Of up to eight digits as many as it ever takes, so that the first spelling is
 * the best there is; in more digits there is so much else that the best is missed in one number of three hundred, and
 * ways around would take most of the time.
 */
const STEPS = { upToEight: 2000, more: 0 } as const;

/** Gives the words that had their share. */
function climbOnce(paths: Paths, stage: Stage, search: Search): Climb["spent"] {
  const { from, to } = paths.terrain;
  const heads = headsOf(paths, stage.isWanted);
  const spent = new Map<string, Choice>();
  const climb = {
    paths,
    stage,
    search,
    heads,
    spent,
    patience: { steps: to - from > 8 ? STEPS.more : STEPS.upToEight },
  };
  while (search.found.length < search.count) {
    const head = takeBest(heads);
    if (head === undefined) break;
    tryOut(climb, head);
  }
  return spent;
}

function tryOut(climb: Climb, head: Head): void {
  const { paths, stage, search, heads } = climb;
  const { lexicon, from } = stage.terrain;
  const chain = head.words ?? wordsThrough(paths, head);
  const words = singleWords(chain);
  if (search.found.length >= SHARE && isSpent(climb, words, head)) return;
  heads.push(...headsBehind(paths, head, chain));
  const finding = findingOf(lexicon, search.number, words);
  const { shown } = finding.face;
  for (const known of search.found)
    if (isReduced(known.shown, shown) || isReduced(shown, known.shown)) return;
  if (!isFine(finding)) queue(heads, headAside(climb, head));
  else search.found.push(candidateOf(finding, { rung: stage.rung, from, note: search.note }));
}

function queue(heads: Head[], head: Head | undefined): void {
  if (head !== undefined) heads.push(head);
}

/** Where the main word had its share, so it has with whatever stands in the head's place: that line is given up. */
function isSpent(
  { paths, stage, search, heads, spent }: Climb,
  words: readonly Choice[],
  head: Head,
): boolean {
  const main = longestOf(words) ?? head;
  const text = textOf(stage.terrain.lexicon, search.number.digits, main);
  if (search.found.filter(({ mainWord }) => mainWord === text).length < SHARE) return false;
  spent.set(text, main);
  if (main === head) queue(heads, headBehind(paths, head));
  return true;
}

/** The best inoffensive way through a word, when its best offends. */
function headAside({ paths, stage, search, patience }: Climb, head: Head): Head | undefined {
  if (head.words !== undefined) return undefined;
  const mayPass = (way: readonly Choice[]) =>
    isFine(findingOf(stage.terrain.lexicon, search.number, singleWords(way)));
  const route = detour(paths, { choice: head, isFine: mayPass }, patience);
  return route && { ...head, total: route.points, words: route.words };
}
