/** A TwiML element; a string among the children is text. Attributes left undefined are not written. */
export interface Verb {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly children?: readonly (Verb | string)[];
}

/** The TwiML document of these verbs. Whatever XML cannot hold (control characters, lone surrogates) is left out. */
export function renderResponse(verbs: readonly Verb[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>${renderVerb({ name: "Response", children: verbs })}`;
}

function renderVerb({ name, attributes = {}, children = [] }: Verb): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => (value === undefined ? "" : ` ${key}="${escapeXml(String(value))}"`))
    .join("");
  const inner = children
    .map((child) => (typeof child === "string" ? escapeXml(child) : renderVerb(child)))
    .join("");
  return inner === "" ? `<${name}${written}/>` : `<${name}${written}>${inner}</${name}>`;
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 forbids
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

function escapeXml(text: string): string {
  return text.replace(FORBIDDEN, "").replace(/[&<>"]/g, (found) => ENTITIES[found] ?? found);
}
