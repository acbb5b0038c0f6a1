import type { E164 } from "../telephony/e164";

const TAB = 9;
const NEWLINE = 10;

/**
 * The name under which a number stands in a compiled index, `""` for a contact without one; undefined when it is not
 * there. A binary search within the text itself: nothing is parsed and no line is copied, so that the first look-up of a
 * fresh Function is as fast as the next, however large the book.
 *
 * @param index lines of `number, tab, name, newline`, sorted by number
 */
export function findContact(index: string, number: E164): string | undefined {
  let low = 0;
  let high = index.length;
  while (low < high) {
    const start = startOfLine(index, (low + high) >>> 1);
    const order = compareAt(index, start, number);
    if (order === 0) return index.slice(start + number.length + 1, endOfLine(index, start));
    if (order < 0) high = start;
    else low = endOfLine(index, start) + 1;
  }
  return undefined;
}

/** Negative when `number` sorts before the number of the line at `start`, as one does that the other begins with. */
function compareAt(index: string, start: number, number: string): number {
  for (let offset = 0; offset < number.length; offset += 1) {
    const order = number.charCodeAt(offset) - index.charCodeAt(start + offset);
    if (order !== 0) return order;
  }
  return index.charCodeAt(start + number.length) === TAB ? 0 : -1;
}

/** Lines are short: looking back a character at a time is quicker than `lastIndexOf`. */
function startOfLine(index: string, at: number): number {
  let start = at;
  while (start > 0 && index.charCodeAt(start - 1) !== NEWLINE) start -= 1;
  return start;
}

function endOfLine(index: string, from: number): number {
  const end = index.indexOf("\n", from);
  return end === -1 ? index.length : end;
}
