/** What a lexicon's bytes begin with: "GHV2", as a machine reads it that keeps the low byte first. */
export const MAGIC = 0x32564847;

/** The header's fields, 32 bits each. */
export const HEADER = {
  magic: 0,
  nodes: 1,
  words: 2,
  deniedNodes: 3,
  pairs: 4,
  definitionBytes: 5,
  fingerprint: 6,
} as const;

export const HEADER_BYTES = 28;

/** How many of a thing there are. */
export interface Counts {
  readonly nodes: number;
  readonly words: number;
  readonly deniedNodes: number;
  readonly pairs: number;
}

/** The sections of 32-bit numbers after the header, in order: how many entries each has. */
export function sectionLengths({ nodes, words, deniedNodes, pairs }: Counts): number[] {
  return [nodes, nodes + 1, words, words, deniedNodes, deniedNodes, pairs];
}

/** The size of a whole lexicon: after the 32-bit numbers come 16 bits for each pair, and 8 for each word. */
export function lexiconBytes(counts: Counts): number {
  const numbers = sectionLengths(counts).reduce((sum, length) => sum + length, 0);
  return HEADER_BYTES + 4 * numbers + 2 * counts.pairs + counts.words;
}

/**
 * Where a definition stands in the definitions file, in one number: 24 bits of byte offset, 8 bits of length. So a word's
 * meaning costs one read, and nobody has to hold a table of offsets.
 */
export function packDefinition(offset: number, length: number): number {
  return ((offset << 8) | length) >>> 0;
}

/** The place that {@link packDefinition} packed. */
export function unpackDefinition(packed: number): { readonly offset: number; readonly length: number } {
  return { offset: packed >>> 8, length: packed & 0xff };
}

/** Marks a node of the tree of denied strings at which one ends; the bits below say which letters go on. */
export const DENIED_END = 0x80000000;

export const DEFINITION_LIMITS = { offset: 0xffffff, length: 0xff } as const;
