import { makeBruteForce } from "./brute-force";
import { makeExpressionScan } from "./expression-scan";
import { makeMapOfWords } from "./map-of-words";
import type { Peer } from "./peer";

/** Another way to spell numbers. */
interface PeerKind {
  readonly name: string;
  /** How many numbers can be waited for. */
  readonly patience: number;
  /** From the words, the commonest first. */
  readonly make: (words: readonly string[]) => Peer;
}

/** Whom the engine is measured beside, by the name that a child process is told. */
export const PEERS = {
  map: { name: "a map of words", patience: 20_000, make: makeMapOfWords },
  brute: { name: "brute force and a set", patience: 500, make: makeBruteForce },
  expressions: { name: "regular expressions", patience: 200, make: makeExpressionScan },
} as const satisfies Readonly<Record<string, PeerKind>>;

/** @throws Error for any other text */
export function peerNamed(name = ""): PeerKind {
  const found = Object.entries(PEERS).find(([key]) => key === name)?.[1];
  if (found === undefined)
    throw new Error(`Cannot measure "${name}": ${Object.keys(PEERS).join(", ")} are there`);
  return found;
}
