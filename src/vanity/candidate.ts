import { explain } from "./explain";
import { hyphenate } from "./hyphenate";
import { isOffensive } from "./offence";
import type { Lexicon } from "./open-lexicon";
import type { NationalNumber } from "./read-number";
import { POINTS } from "./score";
import type { Choice } from "./span";
import type { DefinitionRef } from "./spell-options";
import { faceOf, longestIn, meantBy, type PlacedWord, placeWord } from "./spelled-words";
import type { Rung, Spelling } from "./spelling";

/** A spelling that may be shown, with what it is compared by. */
export interface Candidate {
  /** What is shown, in small letters and without hyphens. */
  readonly face: string;
  /** Its longest word, the first of several; none where it has digits only. */
  readonly mainWord: string | undefined;
  readonly result: Spelling<DefinitionRef>;
}

/** Words that were found in a number. */
export interface Finding {
  readonly lexicon: Lexicon;
  readonly number: NationalNumber;
  readonly words: readonly PlacedWord[];
  readonly face: string;
}

export function findingOf(lexicon: Lexicon, number: NationalNumber, choices: readonly Choice[]): Finding {
  const words = choices.map((choice) => placeWord(lexicon, number.digits, choice));
  return { lexicon, number, words, face: faceOf(number.digits, words) };
}

/** The finding as it is written; undefined where it would offend. */
export function writtenOut({ lexicon, number, words, face }: Finding): string | undefined {
  const reading = { face, meant: meantBy(face, words), words };
  return isOffensive(lexicon, reading) ? undefined : hyphenate(number, words);
}

/** How a finding is told: as it was written out, from what rung, and where what counts begins. */
export interface Telling {
  readonly written: string;
  readonly rung: Rung;
  readonly from: number;
  readonly note: string;
}

export function candidateOf(finding: Finding, { written, rung, from, note }: Telling): Candidate {
  const { words, face } = finding;
  const stretches = leftoverIn(finding, from);
  let points = stretches.length * POINTS.stretch;
  for (const { choice } of words) points += choice.points;
  const why = explain(words, { stretches, length: face.length }) + note;
  const result = {
    spelling: written.toUpperCase(),
    words: words.map((word) => shownWord(finding, word)),
    score: points / 100,
    why,
    rung,
  };
  return { face, mainWord: longestIn(words), result };
}

function leftoverIn({ number: { digits }, words }: Finding, from: number): string[] {
  const leftover: string[] = [];
  let place = from;
  for (const { choice } of words) {
    if (place < choice.span.start) leftover.push(digits.slice(place, choice.span.start));
    place = choice.span.end;
  }
  if (place < digits.length) leftover.push(digits.slice(place));
  return leftover;
}

function shownWord({ lexicon }: Finding, { text, shown, choice: { span, word } }: PlacedWord) {
  return {
    text,
    shown: shown.toUpperCase(),
    definition: span.own?.definition ?? lexicon.definitions[word] ?? 0,
  };
}
