/** A number as another program would spell it. */
export interface PeerSpelling {
  /** Such as `800-FLOWERS`. */
  readonly spelling: string;
  /** In small letters. */
  readonly words: readonly string[];
}

/** Gives five spellings of ten digits, or fewer, its best first. */
export type Peer = (number: string) => readonly PeerSpelling[];

/** Prepares a peer. The words come the commonest first. */
export type MakePeer = (words: readonly string[]) => Peer;

/** How many spellings are wanted. */
export const WANTED = 5;

/** A number that is digits but for some words, with hyphens around these and behind the area code. */
export function show(number: string, words: readonly string[], start: number): PeerSpelling {
  const spelled = words.map((word) => word.toUpperCase());
  const before = number.slice(0, start);
  const area = start > 3 ? [before.slice(0, 3), before.slice(3)] : [before];
  const after = number.slice(start + words.join("").length);
  return { spelling: [...area, ...spelled, after].filter((part) => part !== "").join("-"), words };
}
