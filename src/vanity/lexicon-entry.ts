/** A word that numbers may be spelled with. */
export interface LexiconEntry {
  /** 2 to 15 letters a to z. */
  readonly text: string;
  /** How common, and how well it sticks: about 0.1 (rare) to 1.3 (common, and a word of a trade). */
  readonly commonness: number;
  /** What it means, in plain words that can be spoken: at most some 110 characters. */
  readonly definition: string;
}

/** A word, and one that often follows it. */
export type WordPair = readonly [word: string, next: string];

/** All that spelling goes by. */
export interface LexiconContents {
  /** Each text once, in any order. */
  readonly words: readonly LexiconEntry[];
  /** Strings of letters a to z that no result may show, also not across words, doubled, or with digits for letters. */
  readonly denied: readonly string[];
  /** Two of the words each, which are often written one after the other; none by default. */
  readonly pairs?: readonly WordPair[];
}
