import { createHash } from "node:crypto";
import { encodeDefinitions } from "./encode-definitions";
import { growTree } from "./grow-tree";
import { keyOf, placeOf } from "../telephony/keypad";
import type { LexiconContents, LexiconEntry } from "./lexicon-entry";
import { DENIED_END, HEADER, HEADER_BYTES, lexiconBytes, MAGIC } from "./lexicon-layout";

/** The two files that a lexicon is kept in. */
export interface EncodedLexicon {
  /** What `openLexicon` takes. */
  readonly words: Uint8Array;
  /** What the words mean: UTF-8, read piece by piece where `words` says. */
  readonly definitions: Uint8Array;
}

/**
 * Writes a lexicon as bytes that are searched as they are. The same contents, in whatever order, give the same bytes.
 * @throws RangeError naming the word or the denied string that cannot be encoded, and why
 */
export function encodeLexicon(contents: LexiconContents): EncodedLexicon {
  const words = [...contents.words].sort(commonestFirst);
  check(words, contents.denied);
  const denied = [...new Set(contents.denied)].sort();
  const { bytes, places } = encodeDefinitions(words);
  return { words: laidOut({ words, denied, places, definitions: bytes }), definitions: bytes };
}

/** The order in which the words of one key sequence are offered. */
function commonestFirst(a: LexiconEntry, b: LexiconEntry): number {
  return hundredths(b) - hundredths(a) || (a.text < b.text ? -1 : 1);
}

const hundredths = ({ commonness }: LexiconEntry): number => Math.round(commonness * 100);

function check(words: readonly LexiconEntry[], denied: readonly string[]): void {
  const seen = new Set<string>();
  for (const word of words) {
    const fault = faultIn(word) ?? (seen.has(word.text) ? "stands in the list twice" : undefined);
    if (fault !== undefined) throw new RangeError(`Cannot encode the word "${word.text}": it ${fault}`);
    seen.add(word.text);
  }
  const odd = denied.find((text) => !/^[a-z]{2,}$/.test(text));
  if (odd !== undefined)
    throw new RangeError(`Cannot encode the denied string "${odd}": only letters a to z, two or more`);
}

function faultIn({ text, commonness }: LexiconEntry): string | undefined {
  if (!/^[a-z]{2,15}$/.test(text)) return "is not 2 to 15 letters a to z";
  if (!(commonness > 0 && commonness <= 2.55))
    return `is common by ${commonness}, which is not above 0 and up to 2.55`;
  return undefined;
}

interface Parts {
  readonly words: readonly LexiconEntry[];
  readonly denied: readonly string[];
  /** Where each word's definition is, by the word's text. */
  readonly places: ReadonlyMap<string, number>;
  readonly definitions: Uint8Array;
}

function laidOut({ words, denied, places, definitions }: Parts): Uint8Array {
  const tree = growTree(words.map(({ text }) => [...text].map((letter) => keyOf(letter) - 2)));
  const deniedTree = growTree(denied.map((text) => [...text].map((letter) => letter.charCodeAt(0) - 97)));
  const counts = { nodes: tree.masks.length, words: words.length, deniedNodes: deniedTree.masks.length };
  const inOrder = tree.ending
    .flat()
    .map((word) => words[word])
    .filter((word) => word !== undefined);
  const numbers = Uint32Array.from([
    ...header(counts, definitions),
    ...tree.masks.map((mask, node) => mask | ((tree.firstChildren[node] ?? 0) << 8)),
    ...wordsBefore(tree.ending),
    ...inOrder.map(({ text }) => packLetters(text)),
    ...inOrder.map(({ text }) => places.get(text) ?? 0),
    ...deniedTree.masks.map(
      (mask, node) => mask | ((deniedTree.ending[node]?.length ?? 0) > 0 ? DENIED_END : 0),
    ),
    ...deniedTree.firstChildren,
  ]);
  const bytes = new Uint8Array(lexiconBytes(counts));
  bytes.set(new Uint8Array(numbers.buffer));
  bytes.set(inOrder.map(hundredths), numbers.byteLength);
  return signed(bytes, definitions);
}

function header(
  { nodes, words, deniedNodes }: { nodes: number; words: number; deniedNodes: number },
  definitions: Uint8Array,
): number[] {
  const fields = new Array<number>(HEADER_BYTES / 4).fill(0);
  fields[HEADER.magic] = MAGIC;
  fields[HEADER.nodes] = nodes;
  fields[HEADER.words] = words;
  fields[HEADER.deniedNodes] = deniedNodes;
  fields[HEADER.definitionBytes] = definitions.byteLength;
  return fields;
}

/** How many words come before those of each node, and at last how many there are. */
function wordsBefore(ending: readonly (readonly number[])[]): number[] {
  const counts = [0];
  for (const { length } of ending) counts.push((counts.at(-1) ?? 0) + length);
  return counts;
}

/** Two bits a letter: which of its key's letters it is. */
function packLetters(text: string): number {
  return [...text].reduce((packed, letter, index) => packed | (placeOf(letter) << (2 * index)), 0) >>> 0;
}

/** Puts the fingerprint of both files into the header. */
function signed(bytes: Uint8Array, definitions: Uint8Array): Uint8Array {
  const digest = createHash("sha256").update(bytes).update(definitions).digest();
  new DataView(bytes.buffer).setUint32(HEADER.fingerprint * 4, digest.readUInt32LE(0), true);
  return bytes;
}
