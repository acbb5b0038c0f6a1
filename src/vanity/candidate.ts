import { explain } from "./explain";
import { type Codes, type Face, faceOf } from "./face";
import { hyphenate, leavesLoner } from "./hyphenate";
import { isOffensive } from "./offence";
import type { Lexicon } from "./open-lexicon";
import type { NationalNumber } from "./read-number";
import { POINTS } from "./score";
import type { Choice } from "./span";
import type { DefinitionRef } from "./spell-options";
import { longestIn, type PlacedWord, placeWord } from "./spelled-words";
import type { Rung, Spelling } from "./spelling";

/** A spelling that may be shown, with what it is compared by. */
export interface Candidate {
  readonly shown: Codes;
  /** Its longest word, the first of several; none where it has digits only. */
  readonly mainWord: string | undefined;
  readonly result: Spelling<DefinitionRef>;
}

/** Words that were found in a number. */
export interface Finding {
  readonly lexicon: Lexicon;
  readonly number: NationalNumber;
  readonly choices: readonly Choice[];
  readonly face: Face;
}

export function findingOf(lexicon: Lexicon, number: NationalNumber, choices: readonly Choice[]): Finding {
  return { lexicon, number, choices, face: faceOf({ lexicon, digits: number.digits }, choices) };
}

/** Whether a finding may be shown to anybody. */
export function isFine({ lexicon, number, choices, face }: Finding): boolean {
  return !isOffensive(lexicon, { face, words: choices }) && !leavesLoner(number, choices);
}

/** How a finding is told: from what rung, and where what counts begins. */
export interface Telling {
  readonly rung: Rung;
  readonly from: number;
  readonly note: string;
}

export function candidateOf(finding: Finding, { rung, from, note }: Telling): Candidate {
  const { lexicon, number, choices, face } = finding;
  const words = choices.map((choice) => placeWord(lexicon, number.digits, choice));
  const stretches = leftoverIn(finding, from);
  let points = stretches.length * POINTS.stretch;
  for (const choice of choices) points += choice.points;
  const why = explain(words, { stretches, length: number.digits.length }) + note;
  const result = {
    spelling: hyphenate(number, words).toUpperCase(),
    words: words.map((word) => shownWord(finding, word)),
    score: points / 100,
    why,
    rung,
  };
  return { shown: face.shown, mainWord: longestIn(words), result };
}

function leftoverIn({ number: { digits }, choices }: Finding, from: number): string[] {
  const leftover: string[] = [];
  let place = from;
  for (const { span } of choices) {
    if (place < span.start) leftover.push(digits.slice(place, span.start));
    place = span.end;
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
