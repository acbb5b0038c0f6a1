/** What a lexicon's bytes begin with: "GHV1", as a machine reads it that keeps the low byte first. */
export const MAGIC = 0x31564847;

/** The header's fields, 32 bits each. */
export const HEADER = {
  magic: 0,
  nodes: 1,
  words: 2,
  deniedNodes: 3,
  definitionBytes: 4,
  fingerprint: 5,
} as const;

export const HEADER_BYTES = 24;

/** How many of a thing there are. */
export interface Counts {
  readonly nodes: number;
  readonly words: number;
  readonly deniedNodes: number;
}

/** The sections after the header, in order, all but the last of 32-bit numbers: how many entries each has. */
export function sectionLengths({ nodes, words, deniedNodes }: Counts): number[] {
  return [nodes, nodes + 1, words, words, deniedNodes, deniedNodes, words];
}

/** The size of a whole lexicon. */
export function lexiconBytes(counts: Counts): number {
  const numbers = sectionLengths(counts).slice(0, -1);
  return HEADER_BYTES + 4 * numbers.reduce((sum, length) => sum + length, 0) + counts.words;
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
