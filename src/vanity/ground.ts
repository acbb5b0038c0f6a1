import type { Lexicon } from "./open-lexicon";
import type { PreparedWord } from "./prepare-own-words";

/** What words are looked for in, and which. */
export interface Ground {
  readonly lexicon: Lexicon;
  readonly digits: string;
  readonly ownWords: readonly PreparedWord[];
}
