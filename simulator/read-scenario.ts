import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { z } from "zod";
import { parseJson } from "../src/config/parse-json";
import { ConfigurationError, type Problem } from "../src/config/problem";
import { callerScriptSchema } from "./caller-step-schema";
import { type Scenario, scenarioSchema } from "./scenario-schema";
import type { CallerStep } from "./scripted-caller";
import { problemsOf } from "./strict-schema";

const scenariosSchema = z.array(scenarioSchema).min(1, { error: "one scenario or more" });

/**
 * Reads scenario files, each holding one scenario or a list of them. Paths in a scenario become absolute.
 * @throws ConfigurationError with every problem of every file.
 */
export async function readScenarios(files: readonly string[]): Promise<Scenario[]> {
  const readings = await Promise.all(
    files.map(async (file) => readAs(scenariosOf, await readText(file), file)),
  );
  const problems = readings.flatMap((reading) => reading.problems);
  if (problems.length > 0) throw new ConfigurationError(problems);
  return readings.flatMap(({ value = [] }) => value);
}

/** Reads a JSON list of caller steps. @throws ConfigurationError with every problem. */
export async function readCallerSteps(file: string): Promise<CallerStep[]> {
  const { value, problems } = readAs(() => callerScriptSchema, await readText(file), file);
  if (value === undefined) throw new ConfigurationError(problems);
  return value;
}

/** Parses the text of a scenario file. @param file names it, and is what its paths are relative to. */
export function parseScenarios(text: string, file: string): Reading<Scenario[]> {
  return readAs(scenariosOf, { text }, file);
}

/** What a file holds; undefined when it has problems. */
interface Reading<Value> {
  readonly value?: Value;
  readonly problems: readonly Problem[];
}

type FileText = { readonly text: string } | { readonly unreadable: string };

function scenariosOf(value: unknown, file: string) {
  const schema = Array.isArray(value) ? scenariosSchema : scenarioSchema.transform((scenario) => [scenario]);
  return schema.transform((scenarios) => scenarios.map((scenario) => withAbsolutePaths(scenario, file)));
}

function readAs<Value>(
  schemaFor: (value: unknown, file: string) => z.ZodType<Value>,
  source: FileText,
  file: string,
): Reading<Value> {
  if ("unreadable" in source) return { problems: [{ file, allowed: source.unreadable }] };
  const document = parseJson(source.text);
  if ("fix" in document) {
    const { line, column, fix } = document;
    return { problems: [{ file, line, column, allowed: `not JSON: ${fix}` }] };
  }
  const result = schemaFor(document.value, file).safeParse(document.value);
  if (result.success) return { value: result.data, problems: [] };
  return { problems: problemsOf(result.error, document, file) };
}

async function readText(file: string): Promise<FileText> {
  try {
    return { text: await readFile(file, "utf8") };
  } catch (error) {
    const isMissing = typeof error === "object" && error !== null && Reflect.get(error, "code") === "ENOENT";
    return { unreadable: isMissing ? "no such file" : String(error) };
  }
}

function withAbsolutePaths(scenario: Scenario, file: string): Scenario {
  const absolute = (path: string | undefined) => path && resolve(dirname(file), path);
  return { ...scenario, policy: absolute(scenario.policy), contacts: absolute(scenario.contacts) };
}
