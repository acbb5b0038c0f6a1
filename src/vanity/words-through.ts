import { at, bestBefore, digitAfter, type Paths, pointsAround, slot } from "./paths";
import { POINTS } from "./score";
import { type Choice, firstOf } from "./span";

/** The words of the best spelling through a choice, in the order of the number. */
export function wordsThrough(paths: Paths, choice: Choice): Choice[] {
  const { start, end, lookAlikes } = choice.span;
  const left = paths.terrain.budget - lookAlikes;
  const best = pointsAround(paths, choice.span);
  let spare = 0;
  while (
    spare < left &&
    bestBefore(paths, start, spare) + at(paths.afterWord, slot(end, left - spare)) < best
  )
    spare++;
  const words = wordsUpTo(paths, start, spare);
  words.push(choice);
  addWordsFrom(paths, words, left - spare);
  return words;
}

/** Reads the best way to a place back, by asking at each place what led there. */
function wordsUpTo(paths: Paths, end: number, budget: number): Choice[] {
  const words: Choice[] = [];
  let spare = budget;
  let stretch = 0;
  for (let place = end; place > paths.terrain.from; ) {
    const here = slot(place, spare);
    const span = paths.spanBefore[here];
    if (span !== undefined && at(paths.wordBefore, here) + stretch >= at(paths.digitBefore, here)) {
      words.unshift(firstOf(span));
      place = span.start;
      spare -= span.lookAlikes;
      stretch = 0;
    } else {
      place--;
      stretch = POINTS.stretch;
    }
  }
  return words;
}

/** Goes on after the last word. */
function addWordsFrom(paths: Paths, words: Choice[], budget: number): void {
  let spare = budget;
  let stretch: number = POINTS.stretch;
  for (let place = words.at(-1)?.span.end ?? 0; place < paths.terrain.to; ) {
    const here = slot(place, spare);
    const span = paths.spanAfter[here];
    if (span !== undefined && at(paths.wordAfter, here) >= digitAfter(paths, place, spare) + stretch) {
      words.push(firstOf(span));
      place = span.end;
      spare -= span.lookAlikes;
      stretch = POINTS.stretch;
    } else {
      place++;
      stretch = 0;
    }
  }
}
