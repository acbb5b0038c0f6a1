import { keysOf } from "./keypad";
import type { OwnWord } from "./spell-options";

/** One of the owner's words, ready to be looked for. */
export interface PreparedWord {
  readonly text: string;
  readonly keys: string;
  readonly definition: string;
}

/** Prepared lists: a warm Function spells every number with the same one. */
const prepared = new WeakMap<readonly OwnWord[], readonly PreparedWord[]>();

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
  return { text, keys: keysOf(text), definition };
}
