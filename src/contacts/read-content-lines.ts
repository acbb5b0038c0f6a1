import { TextDecoder } from "node:util";

/** A property as it stands in the file: unfolded, still bytes (one character each), with the line it begins on, from 1. */
export interface ContentLine {
  readonly line: number;
  readonly text: string;
}

const LF = 10;
const CR = 13;
/** Properties that are read. Of the others, pictures above all, the folded megabytes are not kept. */
const READ = /^(?:[\w-]+\.)?(?:FN|N|NICKNAME|ORG|EMAIL|TEL|CATEGORIES)[;:]/i;
/** Longer than any name or number: what goes on and on is cut off here. */
const MAX_LENGTH = 65_536;
const QUOTED_PRINTABLE = /^[^:]*;(?:ENCODING=)?QUOTED-PRINTABLE\b/i;
const BOUNDARY = /^(?:BEGIN|END):VCARD/i;

/**
 * Gives the content lines of a vCard file, whatever ends its lines (CR, LF, both, mixed), folded by white space or, in
 * quoted-printable, by a last `=`. Unfolding bytes, not text: a fold may cut a UTF-8 character in two.
 * @see https://www.rfc-editor.org/rfc/rfc6350#section-3.2
 */
export function* readContentLines(file: Uint8Array): Generator<ContentLine> {
  let start = 0;
  let text = "";
  for (const physical of physicalLines(withoutBom(file))) {
    const joined = unfold(text, physical.text);
    if (joined === undefined) {
      if (text !== "") yield { line: start, text };
      start = physical.line;
    }
    text = joined ?? physical.text;
  }
  if (text !== "") yield { line: start, text };
}

/** The line so far with the next one joined to it; undefined when the next one begins a property of its own. */
function unfold(text: string, next: string): string | undefined {
  const isSoftBreak =
    text.length < MAX_LENGTH && text.endsWith("=") && QUOTED_PRINTABLE.test(text) && !BOUNDARY.test(next);
  if (isSoftBreak) return text.slice(0, -1) + next.slice(0, MAX_LENGTH);
  if (text === "" || !/^[ \t]/.test(next)) return undefined;
  return READ.test(text) && text.length < MAX_LENGTH ? text + next.slice(1) : text;
}

function* physicalLines(file: Buffer): Generator<ContentLine> {
  let line = 1;
  for (let start = 0; start < file.length; line += 1) {
    const end = endOfLine(file, start);
    yield { line, text: file.toString("latin1", start, Math.min(end, start + MAX_LENGTH)) };
    start = end + (file[end] === CR && file[end + 1] === LF ? 2 : 1);
  }
}

function endOfLine(file: Buffer, start: number): number {
  let end = start;
  while (end < file.length && file[end] !== LF && file[end] !== CR) end += 1;
  return end;
}

/** UTF-16, which some exports are, is known by its byte order mark only. */
function withoutBom(file: Uint8Array): Buffer {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf8(bytes, "utf-16le");
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf8(bytes, "utf-16be");
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

function utf8(bytes: Buffer, encoding: string): Buffer {
  return Buffer.from(new TextDecoder(encoding).decode(bytes), "utf8");
}
