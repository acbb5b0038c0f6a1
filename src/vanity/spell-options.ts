import type { Lexicon } from "./open-lexicon";

/**
 * What a word means: the definition itself, for one of the owner's words, or where the definitions file has it, see
 * `unpackDefinition`.
 */
export type DefinitionRef = string | number;

/** A word that its owner adds to the lexicon. What is not 2 to 15 letters is passed over. */
export interface OwnWord {
  readonly word: string;
  readonly definition: string;
}

export interface SpellOptions {
  readonly lexicon: Lexicon;
  /** How many of the last digits may become letters, before words may reach further back; 7 by default. */
  readonly spellable?: number;
  /** The owner's words, which earn a bonus. Keep the list: it is prepared once for as long as it is the same array. */
  readonly ownWords?: readonly OwnWord[];
  /**
   * What the end of the spelling must look like: a letter or a digit stands for itself, `*` for anything, anything else for
   * nothing. `FLOW***` wants FLOW before the last three digits. What cannot be had is told in `why`, and the number
   * spelled without.
   */
  readonly fixed?: string;
  /** How the country writes the digits given, such as `[3, 3, 4]`; then no country's code is taken off. */
  readonly groups?: readonly number[];
  /** How many spellings are wanted, up to 100; 5 by default. */
  readonly count?: number;
}
