import { letterAt } from "../telephony/keypad";
import type { Lexicon } from "./open-lexicon";
import { type Choice, commonnessOf } from "./span";

/** A word as it stands in a spelling. */
export interface PlacedWord {
  readonly choice: Choice;
  /** Small letters. */
  readonly text: string;
  /** The same, with the digits that it shows for letters. */
  readonly shown: string;
  /** In hundredths. */
  readonly commonness: number;
}

export function placeWord(lexicon: Lexicon, digits: string, choice: Choice): PlacedWord {
  const text = textOf(lexicon, digits, choice);
  const { span, word } = choice;
  const shown = span.lookAlikes === 0 ? text : withDigits(text, digits, span.start);
  return { choice, text, shown, commonness: commonnessOf(lexicon, span, word) };
}

/** A word's letters, small. */
export function textOf(lexicon: Lexicon, digits: string, { span, word }: Choice): string {
  return span.own?.text ?? lettersOf(lexicon, word, span.keys ?? digits.slice(span.start, span.end));
}

/** A word of the lexicon, from its keys and which of their letters it has. */
function lettersOf({ letters }: Lexicon, word: number, keys: string): string {
  let text = "";
  let packed = letters[word] ?? 0;
  for (let index = 0; index < keys.length; index++) {
    text += letterAt(keys.charCodeAt(index) - 48, packed & 3);
    packed >>>= 2;
  }
  return text;
}

/** What the number has no letters for stays a digit. */
function withDigits(text: string, digits: string, start: number): string {
  let shown = "";
  for (let index = 0; index < text.length; index++) {
    const digit = digits.charAt(start + index);
    shown += digit < "2" ? digit : text.charAt(index);
  }
  return shown;
}

/** The word that a spelling is remembered by: its longest, the first of several. */
export function longestOf(words: readonly Choice[]): Choice | undefined {
  let longest = words[0];
  for (const word of words) if (longest !== undefined && lengthOf(word) > lengthOf(longest)) longest = word;
  return longest;
}

const lengthOf = ({ span }: Choice): number => span.end - span.start;

/** The text of the same. */
export function longestIn(words: readonly PlacedWord[]): string {
  let longest = "";
  for (const { text } of words) if (text.length > longest.length) longest = text;
  return longest;
}
