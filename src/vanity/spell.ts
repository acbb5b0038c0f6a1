import type { Search } from "./climb";
import { layPattern, tidyPattern } from "./fixed-letters";
import { groupDigits } from "./group-digits";
import { climbLadder, type Field } from "./ladder";
import { prepareOwnWords } from "./prepare-own-words";
import { readNumber } from "./read-number";
import type { DefinitionRef, SpellOptions } from "./spell-options";
import type { Spelling } from "./spelling";

/**
 * The best ways to write a number: at least five for every number of 7 to 15 digits, more if more are wanted and there are
 * any; none for other text. They come rung by rung, on each rung the best first; but before all others what shows the
 * fixed letters. North America's 1 is left out.
 */
export function spell(number: string, options: SpellOptions): readonly Spelling<DefinitionRef>[] {
  const national = readNumber(number, options.groups);
  if (national === undefined) return [];
  const search: Search = { number: national, count: bounded(options.count, 5, 100), found: [], note: "" };
  const opens = Math.max(0, national.digits.length - bounded(options.spellable, 7, MOST_DIGITS));
  const ownWords = prepareOwnWords(options.ownWords ?? NO_WORDS);
  const field = { lexicon: options.lexicon, digits: national.digits, ownWords, opens, fixed: undefined };
  const note = climbFixed(options.fixed, field, search);
  climbLadder(field, { ...search, note });
  groupDigits({ ...search, note });
  return search.found.map(({ result }) => result);
}

const NO_WORDS: readonly [] = [];

/** No number has more. @see https://www.twilio.com/docs/glossary/what-e164 */
const MOST_DIGITS = 15;

/** A wish for a number, within reason. */
function bounded(wish: number | undefined, usual: number, most: number): number {
  return wish === undefined || Number.isNaN(wish) ? usual : Math.min(most, Math.max(0, Math.floor(wish)));
}

/** First what shows the fixed letters; gives what is to be said of the rest. */
function climbFixed(pattern = "", field: Field, search: Search): string {
  const tidy = tidyPattern(pattern);
  if (tidy === "") return "";
  const fixed = layPattern(tidy, field.digits);
  // Digits that are fixed need not become letters.
  const first = fixed?.search(/[a-z]/) ?? -1;
  const opens = first === -1 ? field.opens : Math.min(field.opens, first);
  if (fixed !== undefined) climbLadder({ ...field, fixed, opens }, search);
  const told = tidy.slice(0, MOST_DIGITS).toUpperCase();
  return `, without ${told}, as ${fixed === undefined ? "other digits dial it" : "nothing more shows it"}`;
}
