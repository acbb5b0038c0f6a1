import ts from "typescript";
import { importsOf } from "./imports";
import { readProjectFile } from "./tree";

/** Rooms whose functions give the same answer to the same question, whenever and wherever they are asked. */
const PURE_ROOMS = /^src\/(policy|vanity)\//;

/** What only computes. */
const PURE_PACKAGES = new Set(["node:crypto", "fastest-levenshtein"]);

const WORLD = new Set([
  ...["process", "console", "performance", "fetch", "crypto", "setTimeout", "setInterval", "setImmediate"],
  ...["randomBytes", "randomInt", "randomUUID"],
]);
const CALLS = new Set(["Date.now", "Math.random", "Date"]);

/** Where a file of a pure room looks at the clock, draws at random or touches the world, each as a sentence. */
export function impurities(file: string, text = readProjectFile(file)): string[] {
  if (!PURE_ROOMS.test(file)) return [];
  const packages = importsOf(file, text)
    .filter(({ path, isType }) => !isType && !path.startsWith(".") && !PURE_PACKAGES.has(path))
    .map(({ path }) => `${file} decides, so it may not import ${path}`);
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const what = worldlyThing(node);
    if (what !== undefined) found.push(`${file} decides, so it may not use ${what}`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return [...packages, ...found];
}

function worldlyThing(node: ts.Node): string | undefined {
  if (ts.isNewExpression(node) && node.expression.getText() === "Date" && !node.arguments?.length)
    return "new Date()";
  if (ts.isCallExpression(node) && CALLS.has(node.expression.getText())) return node.expression.getText();
  return ts.isIdentifier(node) && WORLD.has(node.text) && isFree(node) ? node.text : undefined;
}

/** Neither a name being declared nor the name of a member. */
function isFree({ parent, pos }: ts.Identifier): boolean {
  if (ts.isPropertyAccessExpression(parent)) return parent.expression.pos === pos;
  return !ts.isPropertyAssignment(parent) && !ts.isPropertySignature(parent) && !ts.isImportSpecifier(parent);
}
