import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { FlowBindings } from "./flow-bindings";
import { lintFlow } from "./lint-flow";
import type { Problem } from "./problem";
import { readBindings } from "./read-bindings";

/** A flow file and everything that is wrong with it. */
export interface CheckedFile {
  readonly file: string;
  readonly problems: readonly Problem[];
}

/**
 * Lints a flow file, with the bindings of `bindingsFile`, or of the bindings.json beside it when that lists the flow.
 * @throws Error in one line when a file is missing, is no JSON, or the given bindings do not list the flow.
 */
export function checkFlowFile(file: string, bindingsFile?: string): CheckedFile {
  const name = basename(file, ".json");
  const definition: unknown = readWith(file, JSON.parse);
  return { file, problems: lintFlow(definition, findBindings(file, name, bindingsFile)) };
}

function findBindings(file: string, name: string, given: string | undefined): FlowBindings | undefined {
  const beside = join(dirname(file), "bindings.json");
  if (given === undefined) return existsSync(beside) ? readWith(beside, readBindings).get(name) : undefined;
  const found = readWith(given, readBindings).get(name);
  if (found === undefined) throw new Error(`${given}: has no entry for the flow ${name}`);
  return found;
}

function readWith<T>(file: string, read: (text: string) => T): T {
  try {
    return read(readFileSync(file, "utf8"));
  } catch (error) {
    throw new Error(`${file}: ${reasonOf(error)}`);
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "cannot be read";
  if ("code" in error)
    return error.code === "ENOENT" ? "there is no such file" : `cannot be read (${error.code})`;
  return error instanceof SyntaxError ? `is not JSON (${error.message.replace(/\s+/g, " ")})` : error.message;
}

/** A problem in one line, as compilers print them. */
export function printProblem(file: string, { severity, rule, widget, message }: Problem): string {
  return `${file}: ${severity} ${rule}${widget === undefined ? "" : ` ${widget}`}: ${message}`;
}

/** The errors of a flow file, each in one line; warnings left out. @throws Error as `checkFlowFile` */
export function errorsOfFlowFile(file: string): string[] {
  const errors = checkFlowFile(file).problems.filter(({ severity }) => severity === "error");
  return errors.map((problem) => printProblem(file, problem));
}

/** The problems of a flow that need not be in its file yet, each in one line that names the file all the same. */
export function problemsOfFlow({ file, definition, bindings }: FlowInHand): {
  readonly severity: Problem["severity"];
  readonly text: string;
}[] {
  return lintFlow(definition, bindings).map((problem) => ({
    severity: problem.severity,
    text: printProblem(file, problem),
  }));
}

interface FlowInHand {
  readonly file: string;
  readonly definition: unknown;
  readonly bindings: FlowBindings;
}
