import { readFileSync } from "node:fs";
import type { Resource } from "./resources";

/** The globals that Twilio gives to every Function. */
export interface FunctionGlobals {
  readonly Twilio: { readonly Response: new (options: ResponseOptions) => object };
  readonly Runtime: object;
}

interface ResponseOptions {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * Reads the globals that runtime-handler has just made, and gives `Runtime` this host's own Functions and Assets:
 * runtime-handler keeps the lists of the server made last for all of them.
 * @see https://www.twilio.com/docs/serverless/functions-assets/client
 */
export function readFunctionGlobals(resources: readonly Resource[]): FunctionGlobals {
  const Twilio: unknown = Reflect.get(globalThis, "Twilio");
  const Runtime: unknown = Reflect.get(globalThis, "Runtime");
  if (!hasResponse(Twilio) || typeof Runtime !== "object")
    throw new Error("Cannot host Functions: runtime-handler did not make its globals");
  return { Twilio, Runtime: { ...Runtime, ...listers(resources) } };
}

function listers(resources: readonly Resource[]) {
  const privateAssets = resources.filter(({ kind, access }) => kind === "asset" && access === "private");
  const assets = privateAssets.map(({ path, file }) => [
    path,
    { path: file, open: () => readFileSync(file, "utf8") },
  ]);
  const functions = resources.filter(({ kind }) => kind === "function");
  const paths = functions.map(({ path, file }) => [path.slice(1), { path: file }]);
  return {
    getAssets: () => Object.fromEntries(assets),
    getFunctions: () => Object.fromEntries(paths),
  };
}

function hasResponse(value: unknown): value is FunctionGlobals["Twilio"] {
  return typeof value === "object" && value !== null && typeof Reflect.get(value, "Response") === "function";
}
