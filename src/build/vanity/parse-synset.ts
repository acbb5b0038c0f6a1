/** A meaning, and the words that have it. */
export interface Synset {
  /** As they are written, such as `Paris`. */
  readonly words: readonly string[];
  /** The number of the lexicographers' file: 5 is animals. @see https://wordnet.princeton.edu/documentation/lexnames5wn */
  readonly file: number;
  /** Where the nouns begin that say how it is used, such as slang. */
  readonly usages: readonly number[];
  /** With examples in quotation marks. */
  readonly gloss: string;
}

/**
 * Reads a line of a data file.
 * @see https://wordnet.princeton.edu/documentation/wndb5wn
 */
export function parseSynset(line: string): Synset {
  const bar = line.indexOf(" | ");
  const fields = line.slice(0, bar).split(" ");
  const size = Number.parseInt(fields[3] ?? "0", 16);
  const words = fields.slice(4, 4 + 2 * size).filter((_field, at) => at % 2 === 0);
  const usages = [...line.slice(0, bar).matchAll(/ ;u (\d{8}) n/g)].map(([, offset]) => Number(offset));
  return {
    words: words.map((word) => word.replace(/\([a-z]+\)$/, "")),
    file: Number(fields[1]),
    usages,
    gloss: line.slice(bar + 3).trim(),
  };
}
