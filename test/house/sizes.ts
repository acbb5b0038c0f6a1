import ts from "typescript";
import { readProjectFile } from "./tree";

/** Tables and generated types, which the caps on files leave out. Each with its reason. */
const TABLES: Readonly<Record<string, string>> = {};

const FILE_CAP = 250;
const FUNCTION_CAP = 40;
const CAP_BY_FOLDER: readonly (readonly [prefix: string, lines: number])[] = [
  ["functions/", 40],
  ["console/functions/", 40],
  ["scripts/", 60],
];

/** What in a file is longer than it may be, each as a sentence. */
export function overBudget(file: string, text = readProjectFile(file)): string[] {
  const cap = CAP_BY_FOLDER.find(([prefix]) => file.startsWith(prefix))?.[1] ?? FILE_CAP;
  const lines = lineCount(text);
  const fileBreach = lines > cap && !(file in TABLES) ? [`${file} has ${lines} lines, may have ${cap}`] : [];
  const functionBreaches = functionLengths(file, text, ts.isFunctionLike)
    .filter(({ length }) => length > FUNCTION_CAP)
    .map(({ line, length }) => `${file}:${line} is a function of ${length} lines, may have ${FUNCTION_CAP}`);
  return [...fileBreach, ...functionBreaches];
}

/** The medians and percentiles the house keeps to. Lengths in lines. */
export function budgetsOf(files: readonly string[]): {
  fileMedian: number;
  fileP90: number;
  functionMedian: number;
} {
  const texts = files
    .filter((file) => !(file in TABLES))
    .map((file) => [file, readProjectFile(file)] as const);
  const fileLines = texts.map(([, text]) => lineCount(text));
  const functionLines = texts.flatMap(([file, text]) =>
    functionLengths(file, text, isNamedFunction).map(({ length }) => length),
  );
  return {
    fileMedian: percentile(fileLines, 50),
    fileP90: percentile(fileLines, 90),
    functionMedian: percentile(functionLines, 50),
  };
}

const lineCount = (text: string): number => text.split("\n").length - (text.endsWith("\n") ? 1 : 0);

function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? 0;
}

/** The functions of a file that `counts` picks. */
function functionLengths(
  file: string,
  text: string,
  counts: (node: ts.Node) => boolean,
): { line: number; length: number }[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: { line: number; length: number }[] = [];
  const visit = (node: ts.Node): void => {
    if (counts(node)) {
      const start = source.getLineAndCharacterOfPosition(node.getStart(source)).line;
      const end = source.getLineAndCharacterOfPosition(node.end).line;
      found.push({ line: start + 1, length: end - start + 1 });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Functions and methods with a name; a callback, for the median, counts as part of what it is written in. */
function isNamedFunction(node: ts.Node): boolean {
  if (
    ts.isFunctionDeclaration(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isConstructorDeclaration(node) ||
    ts.isAccessor(node)
  )
    return true;
  return (
    (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) &&
    (ts.isVariableDeclaration(node.parent) ||
      ts.isPropertyAssignment(node.parent) ||
      ts.isPropertyDeclaration(node.parent))
  );
}
