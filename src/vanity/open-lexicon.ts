import { HEADER, HEADER_BYTES, lexiconBytes, MAGIC, sectionLengths } from "./lexicon-layout";

/** A lexicon that is searched as it lies in memory: views on its bytes. */
export interface Lexicon {
  /** By node of the tree of keys: 8 bits for the keys 2 to 9 that go on, 24 bits for the first of these nodes. */
  readonly nodes: Uint32Array;
  /** By node: the number of its first word; those of the next node begin where its own end. */
  readonly firstWords: Uint32Array;
  /** By word: two bits a letter, which of its key's letters it is. */
  readonly letters: Uint32Array;
  /** By word: where its definition stands, see `unpackDefinition`. */
  readonly definitions: Uint32Array;
  /** By node of the tree of denied strings: 26 bits for the letters that go on, the highest for an end. */
  readonly deniedMasks: Uint32Array;
  /** By the same: the first of the nodes that go on. */
  readonly deniedChildren: Uint32Array;
  /** By pair of words, ascending: what both are dialled by and where the second begins, see `pairKey`. */
  readonly pairKeys: Uint32Array;
  /** By the same: two bits for each letter of both. */
  readonly pairLetters: Uint16Array;
  /** By word: how common it is, in hundredths. */
  readonly commonness: Uint8Array;
  /** The size of the definitions file that belongs to it. */
  readonly definitionBytes: number;
  /** Eight hexadecimal digits that change with any word, definition or denied string. */
  readonly fingerprint: string;
}

/** Opens what `encodeLexicon` wrote, reading no more than its header. @throws Error on bytes that are no lexicon */
export function openLexicon(bytes: Uint8Array): Lexicon {
  const { buffer, byteOffset } = aligned(bytes);
  const header = readHeader(bytes, new DataView(buffer, byteOffset));
  let offset = byteOffset + HEADER_BYTES;
  const section = (length = 0) => {
    const view = new Uint32Array(buffer, offset, length);
    offset += view.byteLength;
    return view;
  };
  const [nodes, firstWords, letters, definitions, deniedMasks, deniedChildren, pairs] =
    sectionLengths(header);
  const numbers = {
    nodes: section(nodes),
    firstWords: section(firstWords),
    letters: section(letters),
    definitions: section(definitions),
    deniedMasks: section(deniedMasks),
    deniedChildren: section(deniedChildren),
    pairKeys: section(pairs),
  };
  return {
    ...numbers,
    pairLetters: new Uint16Array(buffer, offset, pairs),
    commonness: new Uint8Array(buffer, offset + 2 * header.pairs, header.words),
    definitionBytes: header.definitionBytes,
    fingerprint: header.fingerprint.toString(16).padStart(8, "0"),
  };
}

/** Views of 32-bit numbers must begin at a multiple of four, which a slice of Node's pool of buffers does not. */
function aligned(bytes: Uint8Array): { readonly buffer: ArrayBufferLike; readonly byteOffset: number } {
  return bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes);
}

function readHeader({ byteLength }: Uint8Array, view: DataView) {
  const field = (name: keyof typeof HEADER) => view.getUint32(4 * HEADER[name], true);
  if (byteLength < HEADER_BYTES || field("magic") !== MAGIC)
    throw unreadable("they do not begin like a lexicon");
  const counts = {
    nodes: field("nodes"),
    words: field("words"),
    deniedNodes: field("deniedNodes"),
    pairs: field("pairs"),
  };
  const size = lexiconBytes(counts);
  if (byteLength !== size) throw unreadable(`they are ${byteLength}, not ${size}`);
  return { ...counts, definitionBytes: field("definitionBytes"), fingerprint: field("fingerprint") };
}

function unreadable(fault: string): Error {
  return new Error(`Cannot open the lexicon: of its bytes, ${fault}; build it again with \`npm run build\``);
}
