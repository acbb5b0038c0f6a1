import ts from "typescript";
import { readProjectFile } from "./tree";

/** Names of files and folders that do not say what is in them. */
const GRAB_BAGS = /([/-](utils?|helpers?|misc)|\/(common|shared|lib|constants|types))(\.ts$|\/)/;

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
  "local-twilio/rest/api/format-call.ts": "the example in Twilio's documentation, which no network assigns",
  "test/scenarios/withheld.json": "the keypad spelling of ANONYMOUS",
};

/** What a file holds that no file may hold, each as a sentence. */
export function contentBreaches(file: string, text = readProjectFile(file)): string[] {
  const isSource = file.endsWith(".ts") && !file.startsWith("test/");
  return [...(isSource ? sourceBreaches(file, text) : []), ...foreignNumbers(file, text)];
}

function sourceBreaches(file: string, text: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const breaches: string[] = GRAB_BAGS.test(file) || isBarrel(source) ? [`${file} is a grab bag`] : [];
  const mayCast = PARSER.test(file) || file in OTHER_PARSERS;
  const visit = (node: ts.Node): void => {
    const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
    const breach = breachOf(node, mayCast);
    if (breach !== undefined) breaches.push(`${file}:${line} ${breach}`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  if (/@ts-(ignore|expect-error|nocheck)/.test(text)) breaches.push(`${file} silences the compiler`);
  return breaches;
}

function breachOf(node: ts.Node, mayCast: boolean): string | undefined {
  if (node.kind === ts.SyntaxKind.AnyKeyword) return "uses any";
  if (ts.isEnumDeclaration(node)) return "is an enum, where a union would do";
  if (ts.isExportAssignment(node) || node.kind === ts.SyntaxKind.DefaultKeyword)
    return ts.isDefaultClause(node) ? undefined : "is exported without a name";
  if (mayCast) return undefined;
  if (ts.isNonNullExpression(node)) return "takes for granted what may be missing";
  const isCast = ts.isAsExpression(node) || ts.isTypeAssertionExpression(node);
  return isCast && !isConstAssertion(node) ? "casts outside a parser" : undefined;
}

/** A registry may be an index; a barrel, which only passes on what others export, may not be anything. */
function isBarrel(source: ts.SourceFile): boolean {
  const isWiring = (statement: ts.Statement) =>
    ts.isExportDeclaration(statement) || ts.isImportDeclaration(statement);
  const passesOn = (statement: ts.Statement) =>
    ts.isExportDeclaration(statement) && !/^export\s*\{\s*\}/.test(statement.getText());
  return source.statements.some(passesOn) && source.statements.every(isWiring);
}

/**
 * The ranges kept for fiction in North America (any area code, 555-0100 to 0199) and in London, beginnings of them, and
 * what a test makes of them by adding digits.
 * @see https://www.ofcom.org.uk/phones-and-broadband/phone-numbers/numbers-for-drama
 */
const FICTIONAL = /^\+(1\d{3}555(0(1\d{0,5})?)?|44207946\d{4})$/;

const isConstAssertion = (node: ts.AssertionExpression): boolean => node.type.getText() === "const";

/** Numbers as people write them: `+1 212 …`, `(212) …`, `212-…`; not what stands within a longer run of digits. */
const WRITTEN =
  /(?<![\w+.-])(?:\+[1-9][\d ().-]{7,18}\d|(?:\([2-9]\d{2}\) ?|[2-9]\d{2}[-.])\d{3}[-.]\d{4})(?![\w-])/g;

/** In one piece, with the country code of North America where none is written. */
function inOnePiece(written: string): string {
  const digits = written.replace(/\D/g, "");
  return written.startsWith("+") ? `+${digits}` : `+1${digits}`;
}

function foreignNumbers(file: string, text: string): string[] {
  if (file in NUMBERS_TO_KEEP) return [];
  const compact = [...text.matchAll(/\+[1-9]\d{7,14}\b/g)].map(([number]) => number);
  const written = [...text.matchAll(WRITTEN)].map(([number]) => inOnePiece(number));
  return [...new Set([...compact, ...written])]
    .filter((number) => !FICTIONAL.test(number))
    .map((number) => `${file} holds ${number}, which is not a fictional number`);
}
