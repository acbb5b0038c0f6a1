import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { FunctionHandler } from "./function-entry";

/** The names a bundle sees in place of the globals of the same name: `Date`, `console`, `process`, `Twilio`, `Runtime`. */
export type Surroundings = Readonly<Record<string, unknown>>;

/**
 * Compiles a built Function as Node compiles a CommonJS module, with some globals replaced, and gives its `handler`.
 * Lines in stack traces are the bundle's own. Throws what the bundle throws, and when it exports no handler.
 */
export function loadFunction(file: string, surroundings: Surroundings): FunctionHandler {
  const module: { exports: unknown } = { exports: {} };
  const values: Surroundings = {
    exports: module.exports,
    require: requireFor(file),
    module,
    __filename: file,
    __dirname: dirname(file),
    ...surroundings,
  };
  const source = readFileSync(file, "utf8");
  const wrapped = `(function (${Object.keys(values).join(", ")}) {${source}\n})\n//# sourceURL=${file}`;
  // biome-ignore lint/security/noGlobalEval: unlike node:vm it compiles in this realm, so that the errors that a Function throws are Errors here, under jest too
  const compiled: unknown = globalThis.eval(wrapped);
  if (typeof compiled === "function") compiled(...Object.values(values));
  return handlerOf(module.exports, file);
}

function handlerOf(exported: unknown, file: string): FunctionHandler {
  const handler: unknown =
    typeof exported === "object" && exported !== null ? Reflect.get(exported, "handler") : undefined;
  if (typeof handler !== "function") throw new TypeError(`Cannot run ${file}: it exports no handler`);
  return (context, event, callback) => handler(context, event, callback);
}

/** A bundle outside the project (a temporary folder) still finds the project's packages, as it does once deployed. */
function requireFor(file: string): (id: string) => unknown {
  const own = createRequire(file);
  const project = createRequire(join(process.cwd(), "package.json"));
  return (id) => {
    try {
      own.resolve(id);
    } catch {
      return project(id);
    }
    return own(id);
  };
}
