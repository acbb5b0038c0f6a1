import { keysOf } from "../telephony/keypad";
import { lettersLike } from "./look-alikes";
import type { OwnWord } from "./spell-options";

/** A word that is not the lexicon's, ready to be looked for. */
export interface PreparedWord {
  readonly text: string;
  readonly keys: string;
  readonly definition: string;
  /** In hundredths, as the lexicon has it. */
  readonly commonness: number;
  /** Whether it earns the bonus of the owner's words. */
  readonly isOwners: boolean;
}

/** Whatever others say of it, its owner hears it every day. */
const OWN_COMMONNESS = 100;

/** The owner's words by the digit that they begin at, also where it only looks like their first letter. */
export type OwnWords = readonly (readonly PreparedWord[])[];

/** Prepared lists: a warm Function spells every number with the same one. */
const prepared = new WeakMap<readonly OwnWord[], OwnWords>();

/** The owner's words that can be spelled. */
export function prepareOwnWords(words: readonly OwnWord[]): OwnWords {
  const known = prepared.get(words);
  if (known !== undefined) return known;
  const usable = words.map(prepare).filter(({ text }) => /^[a-z]{2,15}$/.test(text));
  const fresh = Array.from({ length: 10 }, (_, digit) => usable.filter((word) => beginsAt(word, digit)));
  prepared.set(words, fresh);
  return fresh;
}

function beginsAt({ text, keys }: PreparedWord, digit: number): boolean {
  return keys.startsWith(String(digit)) || lettersLike(digit).includes(text.charAt(0));
}

/** Accents fold into plain letters, as keypads have no others. */
function prepare({ word, definition }: OwnWord): PreparedWord {
  const text = word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return { text, keys: keysOf(text), definition, commonness: OWN_COMMONNESS, isOwners: true };
}
