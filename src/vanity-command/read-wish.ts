import type { CountryCode } from "../telephony/e164";
import { keysOf } from "../telephony/keypad";
import { isNorthAmerican } from "../telephony/north-american";
import { plainLetters } from "./read-own-words";

/** A word that a number is to spell. */
export interface Wish {
  /** In capitals. */
  readonly word: string;
  /** What is dialled for it. */
  readonly digits: string;
  /** Which numbers end in it: `***-9376`; `…9376` where numbers have no one length. */
  readonly pattern: string;
}

const LOCAL_DIGITS = 7;
const NORTH_AMERICAN_DIGITS = 10;

/** The wish for a word, without its spaces and hyphens. @throws Error naming what was found and what is allowed */
export function readWish(text: string, country: CountryCode): Wish {
  const word = plainLetters(text).replace(/[\s'’.&-]/g, "");
  if (!/^(?=.*[a-z])[a-z\d]{2,15}$/.test(word))
    throw new Error(
      `Cannot wish for ${JSON.stringify(text)}: give 2 to 15 letters a to z, and digits if you like`,
    );
  if (isNorthAmerican(country) && word.length > NORTH_AMERICAN_DIGITS)
    throw new Error(
      `Cannot wish for ${JSON.stringify(text)}: it has ${word.length} letters, numbers have ${NORTH_AMERICAN_DIGITS} digits`,
    );
  const digits = keysOf(word);
  return { word: word.toUpperCase(), digits, pattern: patternOf(digits, country) };
}

function patternOf(digits: string, country: CountryCode): string {
  if (!isNorthAmerican(country)) return `…${digits}`;
  const length = digits.length > LOCAL_DIGITS ? NORTH_AMERICAN_DIGITS : LOCAL_DIGITS;
  return digits
    .padStart(length, "*")
    .replace(/^(...)??(...)(....)$/, (_, area, exchange, line) =>
      [area, exchange, line].filter(Boolean).join("-"),
    );
}
