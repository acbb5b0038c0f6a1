import { createHash } from "node:crypto";
import { keyOf, keysOf, placeOf } from "../telephony/keypad";
import { checkContents } from "./check-contents";
import { encodeDefinitions } from "./encode-definitions";
import { growTree, type Tree } from "./grow-tree";
import type { LexiconContents, LexiconEntry, WordPair } from "./lexicon-entry";
import { DENIED_END, HEADER, HEADER_BYTES, MAGIC } from "./lexicon-layout";
import { pairKeyOf } from "./pair-key";

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
  const pairs = encodePairs(contents.pairs ?? []);
  const inOrder = tree.ending.flat().flatMap((word) => words[word] ?? []);
  const numbers = [
    ...headerOf({ tree, deniedTree, words, pairs, definitions }),
    ...tree.masks.map((mask, node) => mask | ((tree.firstChildren[node] ?? 0) << 8)),
    ...wordsBefore(tree),
    ...inOrder.map(({ text }) => packLetters(text)),
    ...inOrder.map(definitionOf),
    ...deniedTree.masks.map((mask, node) => mask | (deniedTree.ending[node]?.length ? DENIED_END : 0)),
    ...deniedTree.firstChildren,
    ...pairs.map(({ key }) => key),
  ];
  const letters = pairs.map((pair) => pair.letters);
  const bytes = laidOut({ numbers, letters, commonness: inOrder.map(hundredths) }, definitions);
  return { words: bytes, definitions };
}

/** The order in which the words of the same keys are offered. */
function commonestFirst(a: LexiconEntry, b: LexiconEntry): number {
  return hundredths(b) - hundredths(a) || (a.text < b.text ? -1 : 1);
}

const hundredths = ({ commonness }: LexiconEntry): number => Math.round(commonness * 100);

interface EncodedPair {
  readonly key: number;
  readonly letters: number;
}

/** Each pair once, by their keys. */
function encodePairs(pairs: readonly WordPair[]): EncodedPair[] {
  const once = [...new Set(pairs.map((pair) => pair.join(" ")))].map((text) => text.split(" "));
  const encoded = once.map(([word = "", next = ""]) => {
    return { key: pairKeyOf(keysOf(word + next), word.length), letters: packLetters(word + next) };
  });
  return encoded.sort((a, b) => a.key - b.key || a.letters - b.letters);
}

interface Parts {
  readonly tree: Tree;
  readonly deniedTree: Tree;
  readonly words: readonly LexiconEntry[];
  readonly pairs: readonly EncodedPair[];
  readonly definitions: Uint8Array;
}

function headerOf({ tree, deniedTree, words, pairs, definitions }: Parts): number[] {
  const fields = new Array<number>(HEADER_BYTES / 4).fill(0);
  fields[HEADER.magic] = MAGIC;
  fields[HEADER.nodes] = tree.masks.length;
  fields[HEADER.words] = words.length;
  fields[HEADER.deniedNodes] = deniedTree.masks.length;
  fields[HEADER.pairs] = pairs.length;
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

interface Laid {
  /** Of 32 bits. */
  readonly numbers: readonly number[];
  /** Of 16 bits. */
  readonly letters: readonly number[];
  /** Of 8 bits. */
  readonly commonness: readonly number[];
}

/** The numbers, low bytes first; and in the header, what both files are known by. */
function laidOut({ numbers, letters, commonness }: Laid, definitions: Uint8Array): Uint8Array {
  const lettersAt = 4 * numbers.length;
  const commonnessAt = lettersAt + 2 * letters.length;
  const all = new Uint8Array(commonnessAt + commonness.length);
  const view = new DataView(all.buffer);
  for (const [index, number] of numbers.entries()) view.setUint32(4 * index, number, true);
  for (const [index, packed] of letters.entries()) view.setUint16(lettersAt + 2 * index, packed, true);
  all.set(commonness, commonnessAt);
  const digest = createHash("sha256").update(all).update(definitions).digest();
  view.setUint32(4 * HEADER.fingerprint, digest.readUInt32LE(0), true);
  return all;
}
