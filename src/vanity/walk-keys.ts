import { bitCount } from "./bit-count";
import type { Lexicon } from "./open-lexicon";

/** The root of the tree of keys, which is no node's child. */
export const ROOT = 0;

/** The node that a key leads to, or `ROOT` where no word goes on with it. */
export function nodeAfter({ nodes }: Lexicon, node: number, key: number): number {
  if (key < 2) return ROOT;
  const info = nodes[node] ?? 0;
  const bit = 1 << (key - 2);
  return (info & bit) === 0 ? ROOT : (info >>> 8) + bitCount(info & (bit - 1));
}
