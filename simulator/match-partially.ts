import { isDeepStrictEqual } from "node:util";

/**
 * Compares what was found with what a scenario expects: an object needs only the expected keys, an array the exact
 * length, anything else is equal or not. `null` expects that there is nothing.
 * @returns one sentence per difference, each beginning with the path; none when it matches.
 */
export function matchPartially(expected: unknown, found: unknown, path = ""): string[] {
  if (expected === null)
    return found === undefined || found === null ? [] : [difference(path, expected, found)];
  if (Array.isArray(expected)) return matchArray(expected, found, path);
  if (isObject(expected)) {
    if (!isObject(found)) return [difference(path, expected, found)];
    return Object.entries(expected).flatMap(([key, value]) =>
      matchPartially(value, found[key], path === "" ? key : `${path}.${key}`),
    );
  }
  return isDeepStrictEqual(expected, found) ? [] : [difference(path, expected, found)];
}

function matchArray(expected: readonly unknown[], found: unknown, path: string): string[] {
  if (!Array.isArray(found) || found.length !== expected.length) return [difference(path, expected, found)];
  return expected.flatMap((value, index) => matchPartially(value, found[index], `${path}[${index}]`));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function difference(path: string, expected: unknown, found: unknown): string {
  return `${path}: expected ${JSON.stringify(expected)}, found ${found === undefined ? "nothing" : JSON.stringify(found)}`;
}
