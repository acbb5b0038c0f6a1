import { decodeQuotedPrintable, decodeText } from "./decode-text";

/** A property of a vCard of any version: its name in capitals, its components decoded and unescaped. */
export interface Property {
  readonly name: string;
  readonly components: readonly string[];
}

/**
 * Reads an unfolded content line, of which every character is a byte: `item1.TEL;type=CELL:…`,
 * `N;CHARSET=UTF-8;QUOTED-PRINTABLE:=C3=84…;…`. Undefined for a line that is none, such as a bare line of base64.
 */
export function parseProperty(line: string): Property | undefined {
  const colon = findUnquoted(line, ":");
  const [head = "", ...parameters] = splitUnquoted(line.slice(0, Math.max(0, colon)));
  const name = /^(?:[\w-]+\.)?([\w-]+)$/.exec(head.trim())?.[1];
  if (colon === -1 || name === undefined) return undefined;
  const decode = decoderOf(parameters);
  const components = splitUnescaped(line.slice(colon + 1)).map((component) => unescaped(decode(component)));
  return { name: name.toUpperCase(), components };
}

/** Where `character` first stands outside quotes; of a quote that never ends, where it stands at all. */
function findUnquoted(text: string, character: string): number {
  let isQuoted = false;
  for (let index = 0; index < text.length; index += 1) {
    if (text[index] === '"') isQuoted = !isQuoted;
    else if (text[index] === character && !isQuoted) return index;
  }
  return text.indexOf(character);
}

function splitUnquoted(head: string): string[] {
  return head.match(/(?:"[^"]*"|[^;])+/g) ?? [];
}

/** Components are parted before they are decoded: an encoded semicolon is part of the text. */
function splitUnescaped(value: string): string[] {
  const components: string[] = [];
  let start = 0;
  for (const { 0: token, index } of value.matchAll(/\\[\s\S]|;/g)) {
    if (token !== ";") continue;
    components.push(value.slice(start, index));
    start = index + 1;
  }
  return [...components, value.slice(start)];
}

/** `\n` is a new line; other escapes are the character itself, and a backslash that escapes nothing is one. */
function unescaped(text: string): string {
  return text.replace(/\\([nN\\;,:])/g, (_, letter: string) => (/n/i.test(letter) ? "\n" : letter));
}

/** What turns a component's bytes into text. Version 2.1 writes encodings bare, 3.0 as `ENCODING=b`; 7BIT and 8BIT are none. */
function decoderOf(parameters: readonly string[]): (bytes: string) => string {
  const charset = parameters.map((each) => /^CHARSET="?([^"]*)/i.exec(each)?.[1]).find(Boolean);
  const encoding = parameters.map(
    (each) => /^(?:ENCODING=)?"?(QUOTED-PRINTABLE|BASE64|B)"?$/i.exec(each)?.[1],
  );
  const name = encoding.find(Boolean)?.toUpperCase();
  if (name === "QUOTED-PRINTABLE") return (bytes) => decodeText(decodeQuotedPrintable(bytes), charset);
  const encoded = name === undefined ? "latin1" : "base64";
  return (bytes) => decodeText(Buffer.from(bytes, encoded), charset);
}
