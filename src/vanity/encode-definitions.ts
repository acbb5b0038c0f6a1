import type { LexiconEntry } from "./lexicon-entry";
import { DEFINITION_LIMITS, packDefinition } from "./lexicon-layout";

/** All definitions in one piece, each once, and where each word's own is, see `packDefinition`. */
export interface EncodedDefinitions {
  readonly bytes: Uint8Array;
  readonly placeOf: (word: LexiconEntry) => number;
}

/** @throws RangeError when there are too many to tell where one is */
export function encodeDefinitions(words: readonly LexiconEntry[]): EncodedDefinitions {
  const encoder = new TextEncoder();
  const places = new Map<string, number>();
  const pieces: Uint8Array[] = [];
  let offset = 0;
  for (const text of [...new Set(words.map(({ definition }) => definition))].sort()) {
    const piece = encoder.encode(text);
    places.set(text, packDefinition(offset, piece.length));
    pieces.push(piece);
    offset += piece.length;
  }
  if (offset > DEFINITION_LIMITS.offset) throw new RangeError("Cannot encode 16 MB of definitions, or more");
  return { bytes: Buffer.concat(pieces), placeOf: ({ definition }) => places.get(definition) ?? 0 };
}
