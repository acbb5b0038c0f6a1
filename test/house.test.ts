/**
 * The rules of the house: who may import whom, how long things may be, and what no file may hold.
 * The last group shows each rule fail once.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { contentBreaches } from "./house/contents";
import { environmentNamesReadBy } from "./house/environment-names";
import { forbiddenImports } from "./house/imports";
import { budgetsOf, overBudget } from "./house/sizes";
import { projectRoot, sourceFiles, textFiles } from "./house/tree";

const sources = sourceFiles();
const production = sources.filter((file) => !file.startsWith("test/"));

test("every folder imports only what it may", () => {
  expect(sources.flatMap((file) => forbiddenImports(file))).toEqual([]);
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
  expect(described.sort()).toEqual(environmentNamesReadBy(production));
  for (const block of example
    .trim()
    .split(/\n\n+/)
    .filter((part) => /^[A-Z]/m.test(part)))
    expect(block).toMatch(/# description: .+\n# format: .+\n# required: (true|false)/);
});

describe("each rule is seen to fail", () => {
  test.each<[string, string, string]>([
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

  test("a file of 251 lines, a function of 41 lines and a Function file of 41 lines", () => {
    const longFunction = `export function f() {\n${"  g();\n".repeat(40)}}\n`;
    expect(overBudget("src/policy/long.ts", "const a = 1;\n".repeat(251))).toHaveLength(1);
    expect(overBudget("src/policy/long.ts", longFunction)).toHaveLength(1);
    expect(overBudget("functions/incoming/long.ts", "const a = 1;\n".repeat(41))).toHaveLength(1);
    expect(overBudget("scripts/long.ts", "const a = 1;\n".repeat(61))).toHaveLength(1);
  });

  test.each<[string, string, string]>([
    ["a grab-bag file name", "src/policy/utils.ts", ""],
    ["a cast outside a parser", "src/policy/verdict.ts", "const x = y as string;"],
    ["a value without a type", "src/policy/verdict.ts", "const x: any = y;"],
    ["a real phone number", "README.md", ["+1", "4155", "123456"].join("")],
  ])("%s", (_name, file, text) => {
    expect(contentBreaches(file, text)).toHaveLength(1);
  });
});
