/** Where a value stands in a JSON text, and what stands in it when it is an object. */
interface Span {
  readonly start: number;
  readonly end: number;
  readonly members: readonly Member[];
}

interface Member {
  readonly key: string;
  /** Where its key begins. */
  readonly start: number;
  readonly value: Span;
}

type Token = { readonly text: string; readonly start: number; readonly end: number };

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s\ufeff{}[\],:"]+/g;

/**
 * A JSON text with one text set at a path of keys; everything else stays as it is written. Objects that are missing are
 * made, each as its parent's last member.
 * @param text valid JSON, an object down to the last key that exists
 */
export function setJsonText(text: string, path: readonly string[], value: string): string {
  let span = readSpans(text);
  for (const [depth, key] of path.entries()) {
    const member = span.members.find((each) => each.key === key);
    if (member === undefined) return insertMember(text, span, memberText(path.slice(depth), value));
    span = member.value;
  }
  return replaced(text, span, JSON.stringify(value));
}

function memberText([key, ...rest]: readonly string[], value: string): string {
  const inner = rest.length === 0 ? JSON.stringify(value) : `{ ${memberText(rest, value)} }`;
  return `${JSON.stringify(key)}: ${inner}`;
}

/** As the last member: on a line of its own where the others, or the empty braces, have lines of their own. */
function insertMember(text: string, object: Span, member: string): string {
  const last = object.members.at(-1);
  if (last !== undefined) {
    const before = text.slice(object.start + 1, last.start);
    const gap = /(\r?\n[ \t]*)$/.exec(before)?.[1] ?? " ";
    return replaced(text, { start: last.value.end, end: last.value.end }, `,${gap}${member}`);
  }
  const inner = text.slice(object.start + 1, object.end - 1);
  const closing = /(\r?\n[ \t]*)$/.exec(inner)?.[1];
  const filled = closing === undefined ? ` ${member} ` : `${closing}  ${member}${closing}`;
  return replaced(text, { start: object.start + 1, end: object.end - 1 }, filled);
}

function replaced(text: string, { start, end }: Pick<Span, "start" | "end">, by: string): string {
  return text.slice(0, start) + by + text.slice(end);
}

function readSpans(text: string): Span {
  const tokens = [...text.matchAll(TOKEN)].map(([token], index, all) => {
    const start = all[index]?.index ?? 0;
    return { text: token, start, end: start + token.length };
  });
  return readValue(tokens[Symbol.iterator]());
}

function readValue(tokens: Iterator<Token>, first = take(tokens)): Span {
  if (first.text === "{") return readObject(tokens, first);
  return first.text === "[" ? readArray(tokens, first) : { ...first, members: [] };
}

function readObject(tokens: Iterator<Token>, { start }: Token): Span {
  const members: Member[] = [];
  for (let token = take(tokens); ; token = take(tokens)) {
    if (token.text === "}") return { start, end: token.end, members };
    if (token.text === ",") continue;
    take(tokens);
    members.push({ key: String(JSON.parse(token.text)), start: token.start, value: readValue(tokens) });
  }
}

function readArray(tokens: Iterator<Token>, { start }: Token): Span {
  for (let token = take(tokens); ; token = take(tokens)) {
    if (token.text === "]") return { start, end: token.end, members: [] };
    if (token.text !== ",") readValue(tokens, token);
  }
}

function take(tokens: Iterator<Token>): Token {
  const { value, done } = tokens.next();
  if (done) throw new TypeError("Cannot edit JSON: the text ends too early");
  return value;
}
