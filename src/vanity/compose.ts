import { explain } from "./explain";
import { hyphenate } from "./hyphenate";
import { isOffensive } from "./offence";
import type { Lexicon } from "./open-lexicon";
import type { NationalNumber } from "./read-number";
import { POINTS } from "./score";
import { type Choice, commonnessOf, pointsOf, textOf } from "./span";
import type { DefinitionRef } from "./spell-options";
import type { Rung, Spelling } from "./spelling";

/** A spelling, with what is needed to compare it with others. */
export interface Candidate {
  readonly result: Spelling<DefinitionRef>;
  /** What is shown, without hyphens: as long as the number. */
  readonly face: string;
  /** The longest word, the first of several. */
  readonly mainWord: string;
}

export interface ComposeInput {
  readonly lexicon: Lexicon;
  readonly number: NationalNumber;
  readonly rung: Rung;
  readonly words: readonly Choice[];
  /** Where leftover digits begin to count; those before are the area code's. */
  readonly from: number;
}

/** The spelling that some words make of a number; undefined where it would offend. */
export function compose(input: ComposeInput): Candidate | undefined {
  const { lexicon, number, words, rung } = input;
  const spelled = words.map((choice) => wordIn(lexicon, number.digits, choice));
  const face = faceOf(number.digits, spelled);
  const isOffending = isOffensive(lexicon, {
    text: face.toLowerCase(),
    words: words.map(({ span }) => ({ start: span.start, end: span.end, isOwn: span.own !== undefined })),
  });
  const spelling = isOffending
    ? undefined
    : hyphenate(
        number,
        spelled.map(({ shown, start }) => ({ text: shown, start })),
      );
  if (spelling === undefined) return undefined;
  return {
    result: {
      spelling,
      words: spelled.map(({ text, shown, definition }) => ({ text, shown, definition })),
      ...judged(input, spelled),
      rung,
    },
    face,
    mainWord: mainOf(spelled),
  };
}

interface Placed {
  readonly text: string;
  readonly shown: string;
  readonly definition: DefinitionRef;
  readonly start: number;
}

function wordIn(lexicon: Lexicon, digits: string, choice: Choice): Placed {
  const { span, word } = choice;
  const text = textOf(lexicon, choice, digits);
  const definition = span.own?.definition ?? lexicon.definitions[word] ?? 0;
  return { text, shown: withDigits(text, digits, span.start), definition, start: span.start };
}

/** In capitals, but for what the number has no letters for. */
function withDigits(text: string, digits: string, start: number): string {
  return text.toUpperCase().replace(/./g, (letter, index: number) => {
    const digit = digits[start + index] ?? "";
    return digit < "2" ? digit : letter;
  });
}

function faceOf(digits: string, words: readonly Placed[]): string {
  return words.reduce(
    (face, { start, shown }) => face.slice(0, start) + shown + face.slice(start + shown.length),
    digits,
  );
}

function judged({ lexicon, number, words, from }: ComposeInput, spelled: readonly Placed[]) {
  const stretches = leftover(number.digits, words, from);
  const endsInWord = words.at(-1)?.span.end === number.digits.length;
  const points =
    words.reduce((sum, choice) => sum + pointsOf(lexicon, choice), 0) +
    (endsInWord ? POINTS.endsInWord : 0) +
    stretches.length * POINTS.stretch;
  const earnings = words.map((choice, index) => ({
    text: spelled[index]?.text ?? "",
    commonness: commonnessOf(lexicon, choice),
    isOwn: choice.span.own !== undefined,
    lookAlikes: choice.span.lookAlikes,
  }));
  return { score: points / 100, why: explain({ words: earnings, stretches, endsInWord }) };
}

function leftover(digits: string, words: readonly Choice[], from: number): string[] {
  const starts = [from, ...words.map(({ span }) => span.end)];
  return starts
    .map((start, index) => digits.slice(start, words[index]?.span.start ?? digits.length))
    .filter((stretch) => stretch !== "");
}

function mainOf(words: readonly Placed[]): string {
  return words.reduce((longest, { text }) => (text.length > longest.length ? text : longest), "");
}
