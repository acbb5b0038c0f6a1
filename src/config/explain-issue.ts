import type { z } from "zod";
import { didYouMean } from "./did-you-mean";
import { knownKeys } from "./known-keys";
import { formatFound } from "./problem";

type Issue = z.core.$ZodIssue;

/** A problem of the policy that is not yet tied to a file and a line. */
export interface PolicyProblem {
  readonly path: readonly PropertyKey[];
  readonly found: string;
  readonly allowed: string;
}

const TYPES: Readonly<Record<string, string>> = {
  string: "text in double quotes",
  object: "an object: { … }",
  record: "an object: { … }",
  array: "a list: [ … ]",
};

/** What zod found wrong, in the owner's terms: what stands in the file, and what may stand there. */
export function explainIssue(issue: Issue, root: unknown): PolicyProblem[] {
  if (issue.code === "unrecognized_keys") return unknownKeys(issue.keys, issue.path);
  if (issue.code === "invalid_key") return [wrongKey(issue)];
  const found = valueAt(root, issue.path);
  if (issue.code === "invalid_union") {
    const branches = issue.errors.map((errors) => errors.map((inner) => below(issue.path, inner)));
    const meant = branches.find((errors) => !errors.some((inner) => isOtherType(inner, issue.path)));
    if (meant !== undefined) return meant.flatMap((inner) => explainIssue(inner, root));
    const allowed = new Set(branches.flatMap((errors) => errors.map((inner) => allowedBy(inner, found))));
    return [{ path: issue.path, found: formatFound(found), allowed: [...allowed].join(", or ") }];
  }
  return [{ path: issue.path, found: formatFound(found), allowed: allowedBy(issue, found) }];
}

/** The value at a path of a JSON document; undefined when nothing is there. */
export function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, step) => {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
    return Object.getOwnPropertyDescriptor(value, step)?.value;
  }, root);
}

/** A key is wrong by itself, whatever stands there. */
function wrongKey({ path, issues }: z.core.$ZodIssueInvalidKey<unknown>): PolicyProblem {
  const key = path.at(-1);
  return { path, found: formatFound(key), allowed: issues.map(({ message }) => message).join(", or ") };
}

function unknownKeys(keys: readonly string[], path: readonly PropertyKey[]): PolicyProblem[] {
  const known = knownKeys(path);
  return keys.map((key) => ({
    path: [...path, key],
    found: `the unknown key ${JSON.stringify(key)}`,
    allowed: `${known.join(", ")}${didYouMean(key, known)}`,
  }));
}

function below(path: readonly PropertyKey[], issue: Issue): Issue {
  return { ...issue, path: [...path, ...issue.path] };
}

/** Tells that the value is not what this branch of a union is about at all. */
function isOtherType(issue: Issue, path: readonly PropertyKey[]): boolean {
  const isAboutWhole = issue.path.length === path.length;
  return isAboutWhole && (issue.code === "invalid_type" || issue.code === "invalid_value");
}

function allowedBy(issue: Issue, found: unknown): string {
  if (issue.code === "invalid_value") {
    const words = issue.values.map(String);
    return `${words.map((word) => JSON.stringify(word)).join(", ")}${didYouMean(found, words)}`;
  }
  const isPlain = issue.code === "invalid_type" && issue.message.startsWith("Invalid input");
  return isPlain ? (TYPES[issue.expected] ?? issue.expected) : issue.message;
}
