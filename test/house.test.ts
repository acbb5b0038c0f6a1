/**
 * The rules of the house: who may import whom, how long things may be, and what no file may hold.
 * The last group shows each rule fail once.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { contentBreaches } from "./house/contents";
import { environmentNamesReadBy } from "./house/environment-names";
import { forbiddenImports } from "./house/imports";
import { impurities } from "./house/purity";
import { budgetsOf, overBudget } from "./house/sizes";
import { plainScripts, projectRoot, sourceFiles, textFiles } from "./house/tree";

const sources = sourceFiles();
const production = sources.filter((file) => !file.startsWith("test/"));
const plain = plainScripts();

test("every folder imports only what it may", () => {
  expect([...sources, ...plain].flatMap((file) => forbiddenImports(file))).toEqual([]);
});

test("what decides looks at no clock, draws nothing at random and touches nothing", () => {
  expect(production.flatMap((file) => impurities(file))).toEqual([]);
});

test("no file and no function is over its cap", () => {
  expect(production.flatMap((file) => overBudget(file))).toEqual([]);
});

test("files and functions stay short at the median and at the ninetieth percentile", () => {
  const { fileMedian, fileP90, functionMedian } = budgetsOf(production);
  expect(fileMedian).toBeLessThanOrEqual(60);
  expect(fileP90).toBeLessThanOrEqual(150);
  expect(functionMedian).toBeLessThanOrEqual(10);
});

test("no source file has a grab-bag name, a cast outside a parser or an untyped value", () => {
  expect(production.flatMap((file) => contentBreaches(file))).toEqual([]);
});

test("every phone number in the project is from the fictional range, or written down as an exception", () => {
  expect(textFiles().flatMap((file) => contentBreaches(file))).toEqual([]);
});

test("every environment variable the code reads is described in .env.example, and no other", () => {
  const example = readFileSync(join(projectRoot, ".env.example"), "utf8");
  const described = [...example.matchAll(/^#? ?([A-Z][A-Z0-9_]+)=/gm)].map(([, name]) => name);
  expect(described.sort()).toEqual(environmentNamesReadBy([...production, ...plain]));
  for (const block of example
    .trim()
    .split(/\n\n+/)
    .filter((part) => /^[A-Z]/m.test(part)))
    expect(block).toMatch(/# description: .+\n# format: .+\n# required: (true|false)/);
});

describe("each rule is seen to fail", () => {
  test.each<[string, string, string]>([
    ["the store's code, among types", "src/store/a.ts", 'import { type X, y } from "../policy/line";'],
    ["a path in backquotes", "src/policy/a.ts", "const x = import(`../mail/mailer`);"],
    ["a type by its path", "src/policy/a.ts", 'type X = import("../store/maps").Y;'],
    ["a file resolved", "local-twilio/a.ts", 'require.resolve("../src/policy/line");'],
    ["a file passed on", "src/store/a.ts", 'export { x } from "../policy/line";'],
    ["a file in no room", "src/elsewhere/a.ts", ""],
    [
      "a policy file that imports the store",
      "src/policy/breaks-import.ts",
      'import { x } from "../store/maps";',
    ],
    [
      "local Twilio that imports product code",
      "local-twilio/voice/breaks-import.ts",
      'import { x } from "../../src/policy/line";',
    ],
    [
      "a Function that imports another",
      "functions/incoming/breaks-import.ts",
      'export * from "../voicemail/listen";',
    ],
    ["a dynamic import across the law", "src/policy/breaks-import.ts", 'const x = import("../mail/mailer");'],
  ])("%s", (_name, file, text) => {
    expect(forbiddenImports(file, text)).toHaveLength(1);
  });

  test.each<[string, string]>([
    ["a type", 'import type { X } from "../policy/line";'],
    ["types, each marked as one", 'import { type X, type Y } from "../policy/line";'],
    ["a type passed on", 'export type { X } from "../policy/line";'],
    ["an import in a comment", '// import { x } from "../mail/mailer";'],
  ])("but the store may import %s", (_name, text) => {
    expect(forbiddenImports("src/store/a.ts", text)).toEqual([]);
  });

  test.each<[string, string]>([
    ["now", "const now = Date.now();"],
    ["today", "const today = new Date();"],
    ["chance", "const x = Math.random();"],
    ["a random number by another name", 'import { randomInt } from "node:crypto"; randomInt(9);'],
    ["the environment", "const x = process.env.X;"],
    ["a file", 'import { readFileSync } from "node:fs";'],
    ["the network", 'fetch("https://example.com");'],
  ])("a rule that looks at %s", (_name, text) => {
    expect(impurities("src/policy/rules/x.ts", text)).toHaveLength(1);
    expect(impurities("src/runtime/x.ts", text)).toEqual([]);
  });

  test("but a rule may compute with dates and hashes it is given", () => {
    const text = 'import { createHmac } from "node:crypto"; const day = new Date(at).getDay();';
    expect(impurities("src/policy/rules/x.ts", text)).toEqual([]);
  });

  test.each<[string, string]>([
    ["method of a class", "class A { f() {#} }"],
    ["constructor", "class A { constructor() {#} }"],
    ["getter", "class A { get f() {#} }"],
    ["field of a class", "class A { f = () => {#}; }"],
    ["property", "const x = { f: () => {#} };"],
    ["method of an object", "const x = { f() {#} };"],
    ["callback", "export const handler = defineFunction(read, async () => {#});"],
    ["function that is given back", "export const f = (x) => (y) => {#};"],
  ])("a %s of 41 lines, where 40 may be", (_name, text) => {
    const withLines = (lines: number) => text.replace("#", `\n${"  g();\n".repeat(lines - 2)}`);
    expect(overBudget("src/policy/long.ts", withLines(40))).toEqual([]);
    expect(overBudget("src/policy/long.ts", withLines(41)).length).toBeGreaterThan(0);
  });

  test.each<[string, string]>([
    ["by its name", "process.env.X_KEY"],
    ["in brackets", 'process.env["X_KEY"]'],
    ["taken apart", "const { X_KEY: key, NO_COLOR } = process.env;"],
  ])("a variable read %s", (_name, text) => {
    expect(environmentNamesReadBy(["simulator/x.ts"], () => text)).toEqual(["X_KEY"]);
  });

  test("a file of 251 lines, a function of 41 lines and a Function file of 41 lines", () => {
    const longFunction = `export function f() {\n${"  g();\n".repeat(40)}}\n`;
    expect(overBudget("src/policy/long.ts", "const a = 1;\n".repeat(251))).toHaveLength(1);
    expect(overBudget("src/policy/long.ts", longFunction)).toHaveLength(1);
    expect(overBudget("functions/incoming/long.ts", "const a = 1;\n".repeat(41))).toHaveLength(1);
    expect(overBudget("scripts/long.ts", "const a = 1;\n".repeat(61))).toHaveLength(1);
  });

  test.each<[string, string, string]>([
    ["a grab-bag file name", "src/policy/utils.ts", ""],
    ["a grab-bag folder", "src/helpers/verdict.ts", ""],
    ["a grab bag of a kind", "src/policy/date-utils.ts", ""],
    ["a barrel", "src/policy/index.ts", 'export * from "./line";'],
    ["a barrel by another name", "src/policy/all.ts", 'export type { Line } from "./line";'],
    ["a barrel in two steps", "src/policy/all.ts", 'import { a } from "./line";\nexport { a };'],
    ["a cast outside a parser", "src/policy/verdict.ts", "const x = y as string;"],
    ["a cast in the old way", "src/policy/verdict.ts", "const x = <string>y;"],
    ["a value taken for granted", "src/policy/verdict.ts", "const x = y!;"],
    ["a compiler silenced", "src/policy/verdict.ts", "// @ts-expect-error\nconst x = y;"],
    ["an enum", "src/policy/verdict.ts", "enum Verdict { Reject }"],
    ["an export without a name", "src/policy/verdict.ts", "export default function () {}"],
    ["a value without a type", "src/policy/verdict.ts", "const x: any = y;"],
    ["a real phone number", "README.md", ["+1", "4155", "123456"].join("")],
    ["one as people write it", "README.md", ["+1 415", "512 3456"].join(" ")],
    ["one as people at home write it", "README.md", ["(415)", "512-3456"].join(" ")],
  ])("%s", (_name, file, text) => {
    expect(contentBreaches(file, text)).toHaveLength(1);
  });
});
