import { createHash } from "node:crypto";
import { checkContents } from "./check-contents";
import { encodeDefinitions } from "./encode-definitions";
import { growTree, type Tree } from "./grow-tree";
import { keyOf, placeOf } from "../telephony/keypad";
import type { LexiconContents, LexiconEntry } from "./lexicon-entry";
import { DENIED_END, HEADER, HEADER_BYTES, MAGIC } from "./lexicon-layout";

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
  checkContents(contents);
  const words = [...contents.words].sort(commonestFirst);
  const denied = [...new Set(contents.denied)].sort();
  const { bytes: definitions, placeOf: definitionOf } = encodeDefinitions(words);
  const tree = growTree(words.map(({ text }) => [...text].map((letter) => keyOf(letter) - 2)));
  const deniedTree = growTree(denied.map((text) => [...text].map((letter) => letter.charCodeAt(0) - 97)));
  const inOrder = tree.ending.flat().flatMap((word) => words[word] ?? []);
  const numbers = [
    ...headerOf({ tree, deniedTree, words, definitions }),
    ...tree.masks.map((mask, node) => mask | ((tree.firstChildren[node] ?? 0) << 8)),
    ...wordsBefore(tree),
    ...inOrder.map(({ text }) => packLetters(text)),
    ...inOrder.map(definitionOf),
    ...deniedTree.masks.map((mask, node) => mask | (deniedTree.ending[node]?.length ? DENIED_END : 0)),
    ...deniedTree.firstChildren,
  ];
  return { words: laidOut(numbers, inOrder.map(hundredths), definitions), definitions };
}

/** The order in which the words of the same keys are offered. */
function commonestFirst(a: LexiconEntry, b: LexiconEntry): number {
  return hundredths(b) - hundredths(a) || (a.text < b.text ? -1 : 1);
}

const hundredths = ({ commonness }: LexiconEntry): number => Math.round(commonness * 100);

interface Parts {
  readonly tree: Tree;
  readonly deniedTree: Tree;
  readonly words: readonly LexiconEntry[];
  readonly definitions: Uint8Array;
}

function headerOf({ tree, deniedTree, words, definitions }: Parts): number[] {
  const fields = new Array<number>(HEADER_BYTES / 4).fill(0);
  fields[HEADER.magic] = MAGIC;
  fields[HEADER.nodes] = tree.masks.length;
  fields[HEADER.words] = words.length;
  fields[HEADER.deniedNodes] = deniedTree.masks.length;
  fields[HEADER.definitionBytes] = definitions.length;
  return fields;
}

/** How many words come before those of each node, and at last how many there are. */
function wordsBefore({ ending }: Tree): number[] {
  const counts = [0];
  for (const { length } of ending) counts.push((counts.at(-1) ?? 0) + length);
  return counts;
}

/** Two bits a letter: which of its key's letters it is. */
function packLetters(text: string): number {
  return [...text].reduce((packed, letter, index) => packed | (placeOf(letter) << (2 * index)), 0) >>> 0;
}

/** The numbers, low bytes first, then a byte for each word; and in the header, what both files are known by. */
function laidOut(numbers: readonly number[], bytes: readonly number[], definitions: Uint8Array): Uint8Array {
  const all = new Uint8Array(4 * numbers.length + bytes.length);
  const view = new DataView(all.buffer);
  for (const [index, number] of numbers.entries()) view.setUint32(4 * index, number, true);
  all.set(bytes, 4 * numbers.length);
  const digest = createHash("sha256").update(all).update(definitions).digest();
  view.setUint32(4 * HEADER.fingerprint, digest.readUInt32LE(0), true);
  return all;
}
