import { keysOf } from "../telephony/keypad";
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

/** Prepared lists: a warm Function spells every number with the same one. */
const prepared = new WeakMap<readonly OwnWord[], readonly PreparedWord[]>();

/** The owner's words that can be spelled. */
export function prepareOwnWords(words: readonly OwnWord[]): readonly PreparedWord[] {
  const known = prepared.get(words);
  if (known !== undefined) return known;
  const fresh = words.map(prepare).filter(({ text }) => /^[a-z]{2,15}$/.test(text));
  prepared.set(words, fresh);
  return fresh;
}

/** Accents fold into plain letters, as keypads have no others. */
function prepare({ word, definition }: OwnWord): PreparedWord {
  const text = word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return { text, keys: keysOf(text), definition, commonness: OWN_COMMONNESS, isOwners: true };
}
