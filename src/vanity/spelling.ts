/** How a spelling was found, from the best kind to the last resort. */
export const RUNGS = ["words", "lookAlikes", "areaCode", "digits"] as const;
export type Rung = (typeof RUNGS)[number];

/** A word of a spelling. */
export interface SpelledWord<Definition = string> {
  /** The word as it is spoken, in lower case: `gown`. */
  readonly text: string;
  /** As the spelling shows it, in capitals, digits that stand for letters as digits: `G0WN`. */
  readonly shown: string;
  readonly definition: Definition;
}

/**
 * A way to write a number. With every letter dialled by its key it gives the digits of the number. This is also its JSON, in
 * Sync, in the web API and on the terminal.
 */
export interface Spelling<Definition = string> {
  /** Such as `800-FLOWERS`: capitals, digits and hyphens. */
  readonly spelling: string;
  /** In the order of the number; none on the rung `digits`. */
  readonly words: readonly SpelledWord<Definition>[];
  readonly score: number;
  /** How the score comes about, in a line. */
  readonly why: string;
  readonly rung: Rung;
}
