import { readProjectFile } from "./tree";

/** The environment variables that the code reads: the names in its tables, and any stray `process.env`. */
export function environmentNamesReadBy(files: readonly string[], read = readProjectFile): string[] {
  const names = files.flatMap((file) => [
    ...(file === "src/config/environment.ts" ? namesInTables(read(file)) : []),
    ...strayReads(read(file)),
  ]);
  return [...new Set(names)].sort();
}

const namesInTables = (text: string): string[] =>
  [...text.matchAll(/^ {2}([A-Z][A-Z0-9_]+): \{/gm)].map(([, name]) => name ?? "");

/** `process.env.NAME`, `process.env["NAME"]` and `const { NAME } = process.env`. */
const strayReads = (text: string): string[] =>
  [
    ...[...text.matchAll(/process\.env(?:\?\.|\.|\[["'`])([A-Za-z_]\w*)/g)].map(([, name]) => name ?? ""),
    ...[...text.matchAll(/\{([^{}]*)\}\s*=\s*process\.env\b/g)].flatMap(([, names = ""]) =>
      boundNames(names),
    ),
  ].filter((name) => !ORDINARY.has(name));

const boundNames = (names: string): string[] =>
  names
    .split(",")
    .map((each) => /\w+/.exec(each)?.[0] ?? "")
    .filter((name) => name !== "");

/** Variables of the machine, and those that npm and local Twilio set for their own child processes: nobody fills them in. */
const ORDINARY = new Set([
  "npm_lifecycle_event",
  "npm_execpath",
  "NO_COLOR",
  "CI",
  "HOME",
  "NODE_OPTIONS",
  "npm_execpath",
  "LOCAL_TWILIO_PORT",
]);
