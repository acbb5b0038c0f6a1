import { dirname, join, normalize } from "node:path";
import ts from "typescript";
import { readProjectFile } from "./tree";

/**
 * Who may import whom. A folder may always import itself (a Function may not import another Function).
 * `types` means: only `import type`.
 */
const MAY_IMPORT: Readonly<
  Record<string, { readonly code: readonly string[]; readonly types?: readonly string[] }>
> = {
  "src/telephony": { code: ["src/telephony"] },
  "src/policy": { code: ["src/policy", "src/telephony"], types: ["src/vanity"] },
  "src/vanity": { code: ["src/vanity", "src/telephony"] },
  "src/config": { code: ["src/config", "src/telephony", "src/policy"] },
  "src/contacts": { code: ["src/contacts", "src/telephony", "src/policy"] },
  "src/build": {
    code: ["build", "config", "contacts", "telephony", "policy", "vanity"].map((name) => `src/${name}`),
  },
  "src/store": { code: ["src/store", "src/telephony"], types: ["src/policy", "src/vanity"] },
  "src/twiml": { code: ["src/twiml", "src/telephony"], types: ["src/policy", "src/vanity"] },
  "src/mail": { code: ["src/mail", "src/telephony"], types: ["src/policy"] },
  "src/reputation": { code: ["src/reputation", "src/telephony"], types: ["src/policy"] },
  "src/runtime": {
    code: [
      "telephony",
      "policy",
      "vanity",
      "contacts",
      "config",
      "store",
      "twiml",
      "mail",
      "reputation",
      "runtime",
    ].map((name) => `src/${name}`),
  },
  "src/account": { code: ["src/account", "src/telephony"] },
  "src/flows": { code: ["src/flows"] },
  "src/deploy": {
    code: ["deploy", "account", "flows", "build", "config", "store", "telephony"].map(
      (name) => `src/${name}`,
    ),
    types: ["src/policy"],
  },
  "src/setup": {
    code: ["setup", "account", "build", "config", "contacts", "mail", "telephony"].map(
      (name) => `src/${name}`,
    ),
  },
  "src/lists": {
    code: ["lists", "account", "config", "contacts", "store", "policy", "telephony"].map(
      (name) => `src/${name}`,
    ),
  },
  "src/vanity-command": {
    code: ["vanity-command", "vanity", "account", "build", "config", "runtime", "telephony"].map(
      (name) => `src/${name}`,
    ),
  },
  "src/doctor": { code: ["src"] },
  functions: { code: ["src"] },
  "console/functions": { code: ["src"] },
  "console/web": { code: ["console/web"], types: ["src/telephony", "src/vanity", "src/runtime/console"] },
  "local-twilio": { code: ["local-twilio"] },
  simulator: { code: ["simulator", "src", "local-twilio"] },
  scripts: { code: [""] },
  bench: { code: [""] },
  test: { code: [""] },
};

/** The imports in a file that the law of the house forbids, each as a sentence. */
export function forbiddenImports(file: string, text = readProjectFile(file)): string[] {
  const room = Object.keys(MAY_IMPORT)
    .filter((name) => file.startsWith(`${name}/`))
    .sort((a, b) => b.length - a.length)[0];
  const law = MAY_IMPORT[room ?? ""];
  if (law === undefined) return [`${file} is in no room of the house`];
  return importsOf(file, text)
    .filter(({ path }) => path.startsWith("."))
    .flatMap(({ path, isType }) => {
      const target = normalize(join(dirname(file), path));
      const allowed = isType ? [...law.code, ...(law.types ?? [])] : law.code;
      return allowed.some((name) => isWithin(target, name)) ? [] : [`${file} may not import ${target}`];
    });
}

const isWithin = (target: string, folder: string): boolean =>
  folder === "" || target.startsWith(`${folder}/`);

interface Import {
  readonly path: string;
  /** Whether nothing of it is left when the types are gone. */
  readonly isType: boolean;
}

/** Whatever a file imports, in any of the ways there are. */
export function importsOf(file: string, text: string): Import[] {
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    const path = pathIn(node);
    if (path !== undefined) found.push({ path, isType: isTypeOnly(node) });
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  return found;
}

function pathIn(node: ts.Node): string | undefined {
  const from = moduleNamedBy(node);
  return from !== undefined && ts.isStringLiteralLike(from) ? from.text : undefined;
}

function moduleNamedBy(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isExternalModuleReference(node)) return node.expression;
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return node.argument.literal;
  const isCall = ts.isCallExpression(node) && LOADERS.has(node.expression.getText());
  return isCall ? node.arguments[0] : undefined;
}

const LOADERS = new Set(["import", "require", "require.resolve"]);

/** Of an `import` with names in braces each may be a type of its own. */
function isTypeOnly(node: ts.Node): boolean {
  if (ts.isImportTypeNode(node)) return true;
  if (ts.isExportDeclaration(node)) return node.isTypeOnly || areTypes(node.exportClause);
  if (!ts.isImportDeclaration(node) || node.importClause === undefined) return false;
  const { isTypeOnly, name, namedBindings } = node.importClause;
  return isTypeOnly || (name === undefined && areTypes(namedBindings));
}

function areTypes(names: ts.NamedImportBindings | ts.NamedExportBindings | undefined): boolean {
  if (names === undefined || ts.isNamespaceImport(names) || ts.isNamespaceExport(names)) return false;
  return names.elements.length > 0 && names.elements.every(({ isTypeOnly }) => isTypeOnly);
}
