import type { LexiconEntry } from "./lexicon-entry";
import { DEFINITION_LIMITS, packDefinition } from "./lexicon-layout";

/** The definitions in one piece, each once, and where each word finds its own. */
export interface EncodedDefinitions {
  readonly bytes: Uint8Array;
  readonly places: ReadonlyMap<string, number>;
}

/** @throws RangeError naming the word whose definition is missing or too long */
export function encodeDefinitions(words: readonly LexiconEntry[]): EncodedDefinitions {
  const texts = [...new Set(words.map(({ definition }) => definition))].sort();
  const encoder = new TextEncoder();
  const pieces = texts.map((text) => encoder.encode(text));
  const places = new Map<string, number>();
  let offset = 0;
  for (const [index, piece] of pieces.entries()) {
    places.set(texts[index] ?? "", place(texts[index] ?? "", offset, piece.length));
    offset += piece.length;
  }
  return {
    bytes: Buffer.concat(pieces),
    places: new Map(words.map(({ text, definition }) => [text, places.get(definition) ?? 0])),
  };
}

function place(text: string, offset: number, length: number): number {
  if (length === 0) throw new RangeError("Cannot encode a word without a definition");
  if (length > DEFINITION_LIMITS.length)
    throw new RangeError(`Cannot encode the definition "${text}": it has more than 255 bytes`);
  if (offset > DEFINITION_LIMITS.offset) throw new RangeError("Cannot encode more than 16 MB of definitions");
  return packDefinition(offset, length);
}
