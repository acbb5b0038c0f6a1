import { letterCode } from "../telephony/keypad";
import type { Ground } from "./ground";
import type { Choice } from "./span";

/** What a spelling shows at each place of the number, in codes of small letters and of digits: much of it is looked at, little kept. */
export interface Face {
  readonly shown: Codes;
  /** The same, with the letters that digits are meant for. */
  readonly meant: Codes;
}

export type Codes = readonly number[];

const CODE_OF_0 = 48;
const CODE_OF_2 = 50;
const CODE_OF_A = 97;

/** Whether a code is a letter's. */
export const isLetterCode = (code = 0): boolean => code >= CODE_OF_A;

/** Digits, or small letters, as they are. */
export function codesOf(text: string): number[] {
  const codes: number[] = [];
  for (let place = 0; place < text.length; place++) codes.push(text.charCodeAt(place));
  return codes;
}

/** What is seen of a number when some of it is words. */
export function faceOf(
  { lexicon, digits }: Pick<Ground, "lexicon" | "digits">,
  words: readonly Choice[],
): Face {
  const shown = codesOf(digits);
  let meant = shown;
  for (const { span, word } of words) {
    if (span.lookAlikes > 0 && meant === shown) meant = shown.slice();
    let packed = lexicon.letters[word] ?? 0;
    for (let place = span.start; place < span.end; place++) {
      const digit = digits.charCodeAt(place);
      const code = span.own?.text.charCodeAt(place - span.start) ?? letterOf(span, place, digit, packed & 3);
      packed >>>= 2;
      meant[place] = code;
      // What the number has no letters for stays a digit.
      if (digit >= CODE_OF_2) shown[place] = code;
    }
  }
  return { shown, meant };
}

function letterOf({ keys, start }: Choice["span"], place: number, digit: number, which: number): number {
  const key = keys === undefined ? digit : keys.charCodeAt(place - start);
  return letterCode(key - CODE_OF_0, which);
}

/** Whether one is another, or another with some of its letters turned back into digits. */
export function isReduced(shown: Codes, other: Codes): boolean {
  for (let place = 0; place < shown.length; place++)
    if (isLetterCode(shown[place]) && shown[place] !== other[place]) return false;
  return true;
}
