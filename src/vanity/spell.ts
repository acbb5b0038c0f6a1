import { type Candidate, compose } from "./compose";
import { groupDigits } from "./group-digits";
import { lookAlikeSpansAt, MOST_LOOK_ALIKES } from "./look-alike-spans";
import { findPaths, type PathInput, pointsThrough, wordsThrough } from "./paths";
import { ownSpansAt, plainSpansAt } from "./plain-spans";
import { prepareOwnWords } from "./prepare-own-words";
import { type NationalNumber, readNumber } from "./read-number";
import { type Choice, pointsOf, type Span } from "./span";
import type { DefinitionRef, SpellOptions } from "./spell-options";
import type { Rung, Spelling } from "./spelling";

const LOCAL_DIGITS = 7;
const USUAL_COUNT = 5;

/**
 * The best ways to write a number: at least five for every number of 7 to 15 digits, as many as there are when more are
 * wanted; none for any other text. They come rung by rung, on each rung the best first. Of North America's numbers
 * the country's 1 is left out.
 */
export function spell(number: string, options: SpellOptions): readonly Spelling<DefinitionRef>[] {
  const read = readNumber(number, options.groups);
  if (read === undefined) return [];
  const found: Candidate[] = [];
  const count = within(options.count, { least: 1, most: 100, usual: USUAL_COUNT });
  for (const rung of [words, lookAlikes, areaCode, digitsOnly]) {
    if (found.length >= count) break;
    rung({ number: read, options, found, count });
  }
  return found.map(({ result }) => result);
}

function within(
  value: number | undefined,
  { least, most, usual }: { least: number; most: number; usual: number },
) {
  return value === undefined || Number.isNaN(value)
    ? usual
    : Math.min(most, Math.max(least, Math.floor(value)));
}

interface Search {
  readonly number: NationalNumber;
  readonly options: SpellOptions;
  readonly found: Candidate[];
  readonly count: number;
}

const opensAt = ({ number, options }: Search): number =>
  number.digits.length -
  Math.min(number.digits.length, within(options.spellable, { least: 0, most: 15, usual: LOCAL_DIGITS }));

function words(search: Search): void {
  const from = opensAt(search);
  const spans = plainSpans(search, from);
  climb(search, "words", { paths: { from, to: search.number.digits.length, spans, budget: 0 }, spans });
}

function lookAlikes(search: Search): void {
  const from = opensAt(search);
  const { digits } = search.number;
  const special: Span[] = [];
  for (let start = from; start < digits.length; start++)
    special.push(...lookAlikeSpansAt(search.options.lexicon, digits, start));
  if (special.length === 0) return;
  const spans = [...plainSpans(search, from), ...special];
  climb(search, "lookAlikes", {
    paths: { from, to: digits.length, spans, budget: MOST_LOOK_ALIKES },
    spans: special,
  });
}

function areaCode(search: Search): void {
  const from = opensAt(search);
  const spans = plainSpans(search, 0);
  const reaching = spans.filter(({ start }) => start < from);
  if (reaching.length === 0) return;
  climb(search, "areaCode", {
    paths: { from: 0, to: search.number.digits.length, spans, budget: 0 },
    spans: reaching,
  });
}

function plainSpans({ number, options }: Search, from: number): Span[] {
  const own = prepareOwnWords(options.ownWords ?? []);
  const spans: Span[] = [];
  for (let start = from; start < number.digits.length; start++)
    spans.push(
      ...ownSpansAt(own, number.digits, start),
      ...plainSpansAt(options.lexicon, number.digits, start),
    );
  return spans;
}

function climb(
  search: Search,
  rung: Rung,
  { paths: input, spans }: { paths: PathInput; spans: readonly Span[] },
): void {
  const { lexicon } = search.options;
  const paths = findPaths(input);
  const ranked = spans
    .map((span) => ({ span, base: pointsThrough(paths, span) - span.points }))
    .flatMap(({ span, base }) =>
      choicesOf(span).map((choice) => ({ choice, points: base + pointsOf(lexicon, choice) })),
    )
    .sort((a, b) => b.points - a.points);
  for (const { choice } of ranked) {
    if (search.found.length >= search.count) return;
    const candidate = compose({
      lexicon,
      number: search.number,
      rung,
      words: wordsThrough(paths, choice),
      from: input.from,
    });
    if (candidate !== undefined && isFresh(search.found, candidate)) search.found.push(candidate);
  }
}

function choicesOf(span: Span): Choice[] {
  return Array.from({ length: span.last - span.first }, (_, index) => ({ span, word: span.first + index }));
}

function isFresh(found: readonly Candidate[], { face, mainWord }: Candidate): boolean {
  if (found.filter((other) => other.mainWord === mainWord).length >= 2) return false;
  return !found.some((other) => isReduced(face, other.face) || isReduced(other.face, face));
}

/** Whether `face` is `other`, or `other` with some of its letters turned back to digits. */
function isReduced(face: string, other: string): boolean {
  for (let place = 0; place < face.length; place++) {
    const character = face.charAt(place);
    if (character > "9" && character !== other.charAt(place)) return false;
  }
  return true;
}

function digitsOnly({ number, found, count }: Search): void {
  const spellings = new Set<string>();
  for (const candidate of groupDigits(number)) {
    if (found.length >= count) return;
    if (spellings.has(candidate.result.spelling)) continue;
    spellings.add(candidate.result.spelling);
    found.push(candidate);
  }
}
