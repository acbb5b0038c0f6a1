import type { Lexicon } from "./open-lexicon";

/** The root of the tree of keys, which is no node's child. */
export const ROOT = 0;

/** The node that a key leads to, or `ROOT` where no word goes on with it. */
export function nodeAfter({ nodes }: Lexicon, node: number, key: number): number {
  const info = nodes[node] ?? 0;
  const bit = 1 << (key - 2);
  if (key < 2 || (info & bit) === 0) return ROOT;
  return (info >>> 8) + bitCount(info & (bit - 1));
}

/** How many of the lower eight bits are set. */
function bitCount(bits: number): number {
  let count = bits - ((bits >> 1) & 0x55);
  count = (count & 0x33) + ((count >> 2) & 0x33);
  return (count + (count >> 4)) & 0x0f;
}
