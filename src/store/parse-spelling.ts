import { keysOf } from "../telephony/keypad";
import type { Rung, SpelledWord, Spelling } from "../vanity/spelling";

const RUNGS: readonly Rung[] = ["words", "lookAlikes", "areaCode", "digits"];
/** What looks like a letter without being dialled as one. */
const LOOK_ALIKES: Readonly<Record<string, string>> = { "0": "o", "1": "il" };
const LONGEST_TEXT = 4096;

/**
 * A spelling of a number as it was kept; undefined for what a hand edit has made another: with other digits, words that are not
 * in it, or anything but capitals, digits and hyphens.
 * @param digits the number's, with its country's code or without
 */
export function parseSpelling(value: unknown, digits: string): Spelling | undefined {
  const { spelling, words, score, why, rung } = asData(value);
  const known = RUNGS.find((name) => name === rung);
  if (typeof spelling !== "string" || !spells(spelling, digits)) return undefined;
  if (known === undefined || !isText(why) || typeof score !== "number" || !Array.isArray(words))
    return undefined;
  const parsed = words.map((word: unknown) => parseWord(word));
  if (!parsed.every((word) => word !== undefined) || !stand(parsed, spelling)) return undefined;
  return { spelling, words: parsed, score, why, rung: known };
}

/** The country's code is no part of most spellings. */
function spells(spelling: string, digits: string): boolean {
  const keys = keysOf(spelling);
  return /^[A-Z0-9][A-Z0-9-]{5,30}[A-Z0-9]$/.test(spelling) && keys.length >= 7 && digits.endsWith(keys);
}

function parseWord(value: unknown): SpelledWord | undefined {
  const { text, shown, definition } = asData(value);
  if (typeof text !== "string" || typeof shown !== "string" || !isText(definition)) return undefined;
  return /^[a-z]{2,15}$/.test(text) && shows(shown, text) ? { text, shown, definition } : undefined;
}

function shows(shown: string, text: string): boolean {
  const isShown = (sign: string, letter: string) =>
    sign === letter.toUpperCase() || LOOK_ALIKES[sign]?.includes(letter) === true;
  return shown.length === text.length && [...shown].every((sign, index) => isShown(sign, text.charAt(index)));
}

/** One after the other, and with all the letters. */
function stand(words: readonly SpelledWord[], spelling: string): boolean {
  const pattern = words.map(({ shown }) => shown).join("[0-9]*");
  return new RegExp(`^[0-9]*${pattern}[0-9]*$`).test(spelling.replace(/-/g, ""));
}

const isText = (value: unknown): value is string => typeof value === "string" && value.length <= LONGEST_TEXT;

function asData(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
