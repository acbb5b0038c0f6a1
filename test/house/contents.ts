import { basename } from "node:path";
import ts from "typescript";
import { readProjectFile } from "./tree";

const GRAB_BAGS = /^(utils?|helpers?|common|misc|types)\.ts$/;

/** A registry may be an index; a barrel, which only passes on what others export, may not. */
const RE_EXPORT = /^export\s+(\*|\{[^}]*\})\s+from/m;

/** Files whose work is to turn what comes from outside into typed values: only they may cast. */
const PARSER = /(^|\/)(parse|read)-[a-z0-9-]+\.ts$/;
const OTHER_PARSERS: Readonly<Record<string, string>> = {};

/** Numbers outside the fictional range that a file must name, with the reason. */
const NUMBERS_TO_KEEP: Readonly<Record<string, string>> = {
  "src/telephony/withheld.ts": "the keypad spellings of ANONYMOUS and the like",
  "test/src/telephony/caller.test.ts": "the same, and published examples of numbers that no network assigns",
  "test/src/telephony/e164.test.ts":
    "the formats that an earlier system promises to accept, and published examples",
  "test/src/contacts/find-contact.test.ts": "numbers before, between and after those in the book",
  "test/scenarios/withheld.json": "the keypad spelling of ANONYMOUS",
};

/** What a file holds that no file may hold, each as a sentence. */
export function contentBreaches(file: string, text = readProjectFile(file)): string[] {
  const isSource = file.endsWith(".ts") && !file.startsWith("test/");
  return [...(isSource ? sourceBreaches(file, text) : []), ...foreignNumbers(file, text)];
}

function sourceBreaches(file: string, text: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const isBarrel = basename(file) === "index.ts" && RE_EXPORT.test(text);
  const breaches: string[] =
    GRAB_BAGS.test(basename(file)) || isBarrel ? [`${file} has a grab-bag name`] : [];
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

/**
 * The ranges kept for fiction in North America (any area code, 555-0100 to 0199) and in London, beginnings of them, and
 * what a test makes of them by adding digits.
 * @see https://www.ofcom.org.uk/phones-and-broadband/phone-numbers/numbers-for-drama
 */
const FICTIONAL = /^\+(1\d{3}555(0(1\d{0,5})?)?|44207946\d{4})$/;

const isConstAssertion = (node: ts.AsExpression): boolean => node.type.getText() === "const";

function foreignNumbers(file: string, text: string): string[] {
  if (file in NUMBERS_TO_KEEP) return [];
  return [...text.matchAll(/\+[1-9]\d{7,14}\b/g)]
    .map(([number]) => number)
    .filter((number) => !FICTIONAL.test(number))
    .map((number) => `${file} holds ${number}, which is not a fictional number`);
}
