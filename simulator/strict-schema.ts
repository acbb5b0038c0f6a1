import { z } from "zod";
import { didYouMean } from "../src/config/did-you-mean";
import type { JsonDocument } from "../src/config/parse-json";
import { formatFound, formatPath, type Problem } from "../src/config/problem";

/** An object schema that refuses unknown keys by name. @param what the thing in words, such as "a call". */
export function strictSchema<Shape extends z.ZodRawShape>(what: string, shape: Shape) {
  const known = Object.keys(shape);
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === "unrecognized_keys" ? unknownKeys(what, issue.keys, known) : `${what}, an object`,
  });
}

function unknownKeys(what: string, keys: readonly string[], known: readonly string[]): string {
  const names = keys.map((key) => `${JSON.stringify(key)}${didYouMean(key, known)}`);
  return `unknown key ${names.join(", ")}; allowed in ${what}: ${known.join(", ")}`;
}

/** Every problem that a schema found in a document. */
export function problemsOf(error: z.ZodError, document: JsonDocument, file: string): Problem[] {
  return error.issues.map((issue) => {
    const place = { file, line: document.lineOf(issue.path), path: formatPath(issue.path) };
    if (issue.code === "unrecognized_keys") return { ...place, allowed: issue.message };
    return { ...place, found: formatFound(valueAt(document.value, issue.path)), allowed: issue.message };
  });
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (parent, key) => (typeof parent === "object" && parent !== null ? Reflect.get(parent, key) : undefined),
    value,
  );
}
