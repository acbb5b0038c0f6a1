import type { Lexicon } from "./open-lexicon";
import type { OwnWords } from "./prepare-own-words";

/** What words are looked for in, and which. */
export interface Ground {
  readonly lexicon: Lexicon;
  readonly digits: string;
  readonly ownWords: OwnWords;
}
