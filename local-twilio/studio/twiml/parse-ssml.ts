import type { Verb } from "./verb";

/** The elements that may stand inside `<Say>`. @see https://www.twilio.com/docs/voice/twiml/say/text-speech#ssml */
const SSML_TAGS: ReadonlySet<string> = new Set([
  "break",
  "emphasis",
  "lang",
  "p",
  "phoneme",
  "prosody",
  "s",
  "say-as",
  "sub",
  "w",
]);

const TAG = /<(\/?)([a-z][a-z-]*)((?:\s+[\w:-]+\s*=\s*"[^"<]*")*)\s*(\/?)>/g;

/** The text of a prompt as children of `<Say>`: SSML elements when it is well-formed SSML, else the text as it stands. */
export function parseSsml(text: string): readonly (Verb | string)[] {
  return text.includes("<") ? (readElements(text) ?? [text]) : text === "" ? [] : [text];
}

interface Open {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Verb | string)[];
}

function readElements(text: string): readonly (Verb | string)[] | undefined {
  const root: Open = { name: "", attributes: {}, children: [] };
  const stack: Open[] = [root];
  let end = 0;
  for (const match of text.matchAll(TAG)) {
    const [whole, closing, name = "", attributes = "", selfClosing] = match;
    const open = stack.at(-1) ?? root;
    if (!SSML_TAGS.has(name) || !addText(open, text.slice(end, match.index))) return undefined;
    end = match.index + whole.length;
    if (closing) {
      if (open === root || open.name !== name) return undefined;
      stack.pop();
      continue;
    }
    const element: Open = { name, attributes: readAttributes(attributes), children: [] };
    open.children.push(element);
    if (!selfClosing) stack.push(element);
  }
  return stack.length === 1 && addText(root, text.slice(end)) ? root.children : undefined;
}

/** False when the text holds a `<` that is no SSML tag: then nothing of it is SSML. */
function addText(open: Open, text: string): boolean {
  if (text !== "")
    open.children.push(text.replace(/&(amp|lt|gt|quot|apos);/g, (found) => ENTITY[found] ?? found));
  return !text.includes("<");
}

const ENTITY: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&apos;": "'",
};

function readAttributes(text: string): Readonly<Record<string, string>> {
  const found = [...text.matchAll(/([\w:-]+)\s*=\s*"([^"<]*)"/g)];
  return Object.fromEntries(found.map(([, key = "", value = ""]) => [key, value]));
}
