import { readProjectFile } from "./tree";

/** The environment variables that product code reads: the names in its one list, and any stray `process.env`. */
export function environmentNamesReadBy(files: readonly string[]): string[] {
  const product = files.filter((file) => /^(functions|console|src|scripts)\//.test(file));
  const names = product.flatMap((file) => [
    ...(file === "src/runtime/environment.ts" ? namesInList(readProjectFile(file)) : []),
    ...strayReads(readProjectFile(file)),
  ]);
  return [...new Set(names)].sort();
}

const namesInList = (text: string): string[] =>
  [...text.matchAll(/"([A-Z][A-Z0-9_]+)"/g)].map(([, name]) => name ?? "");

const strayReads = (text: string): string[] =>
  [...text.matchAll(/process\.env(?:\.|\[")([A-Z][A-Z0-9_]+)/g)]
    .map(([, name]) => name ?? "")
    .filter((name) => !ORDINARY.has(name));

/** Variables of the machine, not of this project. */
const ORDINARY = new Set(["NO_COLOR", "CI", "HOME", "NODE_OPTIONS"]);
