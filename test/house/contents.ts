import { basename } from "node:path";
import ts from "typescript";
import { readProjectFile } from "./tree";

const GRAB_BAGS = /^(utils?|helpers?|common|misc|types|index)\.ts$/;

/** Files whose work is to turn what comes from outside into typed values: only they may cast. */
const PARSER = /(^|\/)(parse|read)-[a-z0-9-]+\.ts$/;
const OTHER_PARSERS: Readonly<Record<string, string>> = {};

/** Numbers outside the fictional range that a file must name, with the reason. */
const NUMBERS_TO_KEEP: Readonly<Record<string, string>> = {};

/** What a file holds that no file may hold, each as a sentence. */
export function contentBreaches(file: string, text = readProjectFile(file)): string[] {
  const isSource = file.endsWith(".ts") && !file.startsWith("test/");
  return [...(isSource ? sourceBreaches(file, text) : []), ...foreignNumbers(file, text)];
}

function sourceBreaches(file: string, text: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const breaches: string[] = GRAB_BAGS.test(basename(file)) ? [`${file} has a grab-bag name`] : [];
  const mayCast = PARSER.test(file) || file in OTHER_PARSERS;
  const visit = (node: ts.Node): void => {
    const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
    if (node.kind === ts.SyntaxKind.AnyKeyword) breaches.push(`${file}:${line} uses any`);
    if (ts.isAsExpression(node) && !mayCast && !isConstAssertion(node))
      breaches.push(`${file}:${line} casts outside a parser`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return breaches;
}

/** The range that North America keeps for fiction. */
const FICTIONAL = new RegExp(`^\\+1${212}${555}01\\d\\d$`);

const isConstAssertion = (node: ts.AsExpression): boolean => node.type.getText() === "const";

function foreignNumbers(file: string, text: string): string[] {
  if (file in NUMBERS_TO_KEEP) return [];
  return [...text.matchAll(/\+\d{8,15}\b/g)]
    .map(([number]) => number)
    .filter((number) => !FICTIONAL.test(number))
    .map((number) => `${file} holds ${number}, which is not a fictional number`);
}
