import { XMLParser, XMLValidator } from "fast-xml-parser";

/** One element of a TwiML document; text is kept in its place among the children. */
export interface TwimlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (TwimlElement | string)[];
}

/** A read document, or what is wrong with it. */
export type ParsedTwiml =
  | { readonly ok: true; readonly response: TwimlElement }
  | { readonly ok: false; readonly problem: string };

const ATTRIBUTES = ":@";
const TEXT = "#text";
const CDATA = "#cdata";
const NAMED = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML 1.0 forbids
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])/u;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: false,
  cdataPropName: CDATA,
});

type Node = Readonly<Record<string, unknown>>;

/**
 * Reads a TwiML document. Never throws.
 * @see https://www.twilio.com/docs/api/errors/12100 for what makes a document unreadable to Twilio
 */
export function parseTwiml(xml: string): ParsedTwiml {
  const problem = findProblem(xml);
  if (problem !== undefined) return { ok: false, problem };
  const roots = readRoots(xml);
  if (typeof roots === "string") return { ok: false, problem: roots };
  const elements = roots.filter((node) => nameOf(node) !== undefined).map(readElement);
  const [response] = elements;
  if (elements.length !== 1 || response?.name !== "Response")
    return { ok: false, problem: "the root element must be <Response>" };
  return { ok: true, response };
}

/** The parser refuses some names and declarations that its own validator lets pass: what it says of them. */
function readRoots(xml: string): Node[] | string {
  try {
    return parser.parse(xml) as Node[];
  } catch (error) {
    return String(error);
  }
}

/** The elements among an element's children. */
export function childElements(element: TwimlElement): TwimlElement[] {
  return element.children.filter((child) => typeof child !== "string");
}

/** The text directly inside an element, trimmed. */
export function textOf(element: TwimlElement): string {
  return element.children
    .filter((child) => typeof child === "string")
    .join("")
    .trim();
}

function findProblem(xml: string): string | undefined {
  if (FORBIDDEN.test(xml)) return "it holds a character that XML does not allow";
  const valid = XMLValidator.validate(xml);
  if (valid !== true) return `${valid.err.msg} (line ${valid.err.line})`;
  const markup = xml.replace(/<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->/g, "");
  const entity = [...markup.matchAll(/&([^;\s]*);?/g)].find(([whole, name = ""]) => !isEntity(whole, name));
  return entity && `the entity ${entity[0]} is not defined`;
}

function isEntity(whole: string, name: string): boolean {
  return whole.endsWith(";") && (NAMED.has(name) || /^#(\d{1,7}|x[0-9a-f]{1,6})$/i.test(name));
}

function nameOf(node: Node): string | undefined {
  return Object.keys(node).find((key) => key !== ATTRIBUTES && !key.startsWith("#") && !key.startsWith("?"));
}

function readElement(node: Node): TwimlElement {
  const name = nameOf(node) ?? "";
  const attributes = Object.entries((node[ATTRIBUTES] ?? {}) as Record<string, string>);
  return {
    name,
    attributes: Object.fromEntries(attributes.map(([key, value]) => [key, decode(value)])),
    children: (node[name] as Node[]).flatMap(readChild),
  };
}

function readChild(node: Node): (TwimlElement | string)[] {
  if (typeof node[TEXT] === "string") return [decode(node[TEXT])];
  if (node[CDATA] !== undefined) return (node[CDATA] as Node[]).map((inner) => String(inner[TEXT] ?? ""));
  return nameOf(node) === undefined ? [] : [readElement(node)];
}

function decode(text: string): string {
  return text.replace(/&(#x?)?([^;]+);/gi, (_whole, sharp: string | undefined, name: string) => {
    if (sharp === undefined) return NAMED.get(name) ?? "";
    const code = Number.parseInt(name, sharp.length === 2 ? 16 : 10);
    return code <= 0x10ffff ? String.fromCodePoint(code) : "";
  });
}
