import { JsonScanner } from "./json-scanner";

/** What is wrong with a text that is no JSON: where (from 1), and how to put it right. */
export interface JsonFault {
  readonly line: number;
  readonly column: number;
  readonly fix: string;
}

/** A JSON document that remembers the line on which each of its parts stands. */
export interface JsonDocument {
  readonly value: unknown;
  /** The line, from 1, of the part at this path; of what is not there, the line of what it is missing from. */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

/** Reads strict JSON (a byte order mark is let pass). */
export function parseJson(text: string): JsonDocument | JsonFault {
  const plain = text.replace(/^\ufeff/, "");
  const scanner = new JsonScanner(plain);
  const fault = scanner.scan();
  if (fault !== undefined) return { ...positionOf(plain, fault.at), fix: fault.fix };
  const value: unknown = JSON.parse(plain);
  return { value, lineOf: (path) => positionOf(plain, offsetOf(scanner.offsets, path)).line };
}

function offsetOf(offsets: ReadonlyMap<string, number>, path: readonly PropertyKey[]): number {
  const offset = offsets.get(JSON.stringify(path));
  if (offset !== undefined || path.length === 0) return offset ?? 0;
  return offsetOf(offsets, path.slice(0, -1));
}

function positionOf(text: string, at: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, at).split(/\r\n|\r|\n/);
  return { line: before.length, column: (before.at(-1) ?? "").length + 1 };
}
