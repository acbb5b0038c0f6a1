/** How much of a value is shown, in characters. */
const LONGEST = 60;
/** How much is shown of what two long values begin with alike. */
const CONTEXT = 16;

/** A value in one line of bearable length. */
export function shorten(value: unknown): string {
  return clip(textOf(value), 0);
}

/** Two values in one line each: of long ones, the part where they begin to differ. */
export function shortenPair(before: unknown, after: unknown): readonly [before: string, after: string] {
  const [was, is] = [textOf(before), textOf(after)];
  const isShort = was.length <= LONGEST && is.length <= LONGEST;
  const start = isShort ? 0 : Math.max(0, alikeUntil(was, is) - CONTEXT);
  return [clip(was, start), clip(is, start)];
}

function textOf(value: unknown): string {
  return value === undefined ? "nothing" : JSON.stringify(value);
}

function clip(text: string, start: number): string {
  const end = start + LONGEST;
  return `${start > 0 ? "…" : ""}${text.slice(start, end)}${text.length > end ? "…" : ""}`;
}

function alikeUntil(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return at;
}
