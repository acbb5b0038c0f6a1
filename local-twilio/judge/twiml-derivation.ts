import ts from "typescript";
import type { ElementGrammar, TwimlGrammar, ValueKind } from "./twiml-grammar";

/** What the declarations say of a method of the builder: the attributes that it takes, and whether it takes text. */
interface Signature {
  attributes: string | undefined;
  text: boolean;
}

interface Declarations {
  readonly aliases: Map<string, ts.TypeNode>;
  readonly interfaces: Map<string, Record<string, ts.TypeNode>>;
  readonly signatures: Map<string, Signature>;
}

/**
 * Derives what Twilio's grammar allows from the classes that Twilio generates from it: which element a method of the
 * builder adds (from the JavaScript), and which attributes with which values it takes (from the declarations).
 */
export function deriveTwimlGrammar(javascript: string, declarations: string): TwimlGrammar {
  const declared = readDeclarations(
    ts.createSourceFile("v.d.ts", declarations, ts.ScriptTarget.Latest, true),
  );
  const grammar: TwimlGrammar = {};
  forEachNode(ts.createSourceFile("v.js", javascript, ts.ScriptTarget.Latest, true), (node) => {
    const added = readAddition(node);
    if (added === undefined) return;
    const signature = declared.signatures.get(`${added.parent}.${added.method}`);
    const elements = grammar[added.parent] ?? {};
    grammar[added.parent] = {
      ...elements,
      [added.element]: describeElement(added.className, signature, declared),
    };
  });
  return grammar;
}

function describeElement(
  className: string,
  signature: Signature | undefined,
  { interfaces, aliases }: Declarations,
): ElementGrammar {
  const members = interfaces.get(signature?.attributes ?? "") ?? {};
  const attributes = Object.entries(members).map(([name, type]) => [name, valueKind(type, aliases)]);
  return { className, attributes: Object.fromEntries(attributes), text: signature?.text ?? false };
}

/** Reads `new VoiceResponse.Say(this.response.ele("Say", …))` inside a method of a class. */
function readAddition(node: ts.Node) {
  if (!ts.isNewExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  const call = node.arguments?.[0];
  if (call === undefined || !ts.isCallExpression(call) || !/\.ele$/.test(call.expression.getText()))
    return undefined;
  const element = call.arguments[0];
  const method = ts.findAncestor(node, ts.isMethodDeclaration);
  const parent = ts.findAncestor(node, ts.isClassLike)?.name?.text;
  if (element === undefined || !ts.isStringLiteral(element) || !method || !parent) return undefined;
  const className = node.expression.name.text;
  return { parent, method: nameOf(method.name), element: element.text, className };
}

function readDeclarations(source: ts.SourceFile): Declarations {
  const declared: Declarations = { aliases: new Map(), interfaces: new Map(), signatures: new Map() };
  forEachNode(source, (node) => {
    if (ts.isTypeAliasDeclaration(node)) declared.aliases.set(node.name.text, node.type);
    if (ts.isInterfaceDeclaration(node)) readInterface(node, declared);
    if (ts.isMethodDeclaration(node)) readMethod(node, declared);
  });
  return declared;
}

/** Interfaces of the same name are one interface. */
function readInterface(node: ts.InterfaceDeclaration, { interfaces }: Declarations): void {
  const members = interfaces.get(node.name.text) ?? {};
  for (const member of node.members)
    if (ts.isPropertySignature(member) && member.type) members[nameOf(member.name)] = member.type;
  interfaces.set(node.name.text, members);
}

/** The overloads of a method add up. */
function readMethod(node: ts.MethodDeclaration, { signatures }: Declarations): void {
  const parent = ts.isClassLike(node.parent) ? node.parent.name?.text : undefined;
  const key = `${parent}.${nameOf(node.name)}`;
  const signature = signatures.get(key) ?? { attributes: undefined, text: false };
  for (const { type } of node.parameters) {
    if (type?.kind === ts.SyntaxKind.StringKeyword) signature.text = true;
    if (type && ts.isTypeReferenceNode(type)) signature.attributes = lastName(type);
  }
  signatures.set(key, signature);
}

function valueKind(type: ts.TypeNode, aliases: Declarations["aliases"]): ValueKind {
  if (type.kind === ts.SyntaxKind.NumberKeyword) return "number";
  if (type.kind === ts.SyntaxKind.BooleanKeyword) return "boolean";
  if (ts.isArrayTypeNode(type)) return { listOf: valueKind(type.elementType, aliases) };
  if (ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal)) return { oneOf: [type.literal.text] };
  if (ts.isUnionTypeNode(type)) return unionKind(type.types.map((each) => valueKind(each, aliases)));
  const alias = ts.isTypeReferenceNode(type) ? aliases.get(lastName(type)) : undefined;
  return alias === undefined ? "string" : valueKind(alias, aliases);
}

/** A union of words is a list of words; any other union leaves the value open. */
function unionKind(kinds: readonly ValueKind[]): ValueKind {
  const words = kinds.flatMap((kind) => (typeof kind === "object" && "oneOf" in kind ? [kind.oneOf] : []));
  return words.length === kinds.length ? { oneOf: words.flat() } : "string";
}

function lastName({ typeName }: ts.TypeReferenceNode): string {
  return ts.isIdentifier(typeName) ? typeName.text : typeName.right.text;
}

function nameOf(name: ts.PropertyName): string {
  return ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : name.getText();
}

function forEachNode(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => forEachNode(child, visit));
}
