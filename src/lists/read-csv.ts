import { TextDecoder } from "node:util";
import { type ParseError, type ParseStepResult, parse } from "papaparse";

/** A record of a CSV file. `line`: on which line of the file it begins, from 1. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Where a file is no CSV. */
export interface CsvFault {
  readonly line: number;
  readonly allowed: string;
}

/** A CSV file's records, empty ones left out; the first is its header. */
export interface Csv {
  readonly rows: readonly CsvRow[];
  readonly faults: readonly CsvFault[];
}

/**
 * Reads a CSV file as people and spreadsheets write it: commas, semicolons or tabs, any line ends, with or without a
 * byte order mark, UTF-8 or the charsets of Windows.
 * @see https://www.rfc-editor.org/rfc/rfc4180
 */
export function readCsv(bytes: Uint8Array): Csv {
  const text = decoded(bytes).replace(/\r\n?/g, "\n");
  const told = /^(?:"?sep=(.)"?\n)/i.exec(text);
  const head = text.slice(told?.[0].length ?? 0);
  const delimiter = told?.[1] ?? delimiterOf(head);
  return read(told === null ? text : `\n${head}`, delimiter);
}

function read(text: string, delimiter: string): Csv {
  const [rows, faults]: [CsvRow[], CsvFault[]] = [[], []];
  const lineAt = lineCounter(text);
  let start = 0;
  parse<string[]>(text, {
    delimiter,
    newline: "\n",
    step: ({ data, errors, meta }: ParseStepResult<string[]>) => {
      const line = lineAt(start);
      start = meta.cursor;
      if (data.some((cell) => cell.trim() !== "")) rows.push({ line, cells: data });
      faults.push(...errors.slice(0, 1).map((error) => faultOf(error, lineAt(error.index ?? 0))));
    },
  });
  return { rows, faults };
}

/** The line, from 1, of an offset; soonest for offsets that rise. */
function lineCounter(text: string): (offset: number) => number {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  let at = 0;
  return (offset) => {
    while ((starts[at] ?? 0) > offset) at -= 1;
    while ((starts[at + 1] ?? Number.POSITIVE_INFINITY) <= offset) at += 1;
    return at + 1;
  };
}

function faultOf({ code }: ParseError, line: number): CsvFault {
  const allowed =
    code === "InvalidQuotes"
      ? 'text in quotes ends before the next comma or line; a quote within it is written twice: ""'
      : "text that begins with a quote ends with one: all that follows is inside it";
  return { line, allowed };
}

/** What separates the names in the header, which none of them holds. */
function delimiterOf(text: string): string {
  const header = /^.*$/m.exec(text.trimStart())?.[0] ?? "";
  return [",", ";", "\t"].find((mark) => header.includes(mark)) ?? ",";
}

/** Excel writes UTF-8 with a byte order mark, UTF-16 as "Unicode text", else the charset of old Windows programs. */
function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return fromWindows1252(bytes);
  }
}

/** The characters of the bytes 80 to 9f. Node 20 decodes them as if the charset were ISO-8859-1. */
const WINDOWS_1252 = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

function fromWindows1252(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString("latin1");
  return text.replace(/[\x80-\x9f]/g, (byte) => WINDOWS_1252.charAt(byte.charCodeAt(0) - 0x80));
}
