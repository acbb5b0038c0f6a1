import { format } from "node:util";
import type { Surroundings } from "./load-function";

/** A line that a Function wrote to its console, or the host's remark about it. */
export interface FunctionLog {
  readonly path: string;
  readonly level: "debug" | "info" | "log" | "warn" | "error";
  readonly text: string;
}

const LEVELS = ["debug", "info", "log", "warn", "error"] as const;

/** A console that hands its lines to `log` instead of printing them. */
export function createFunctionConsole(path: string, log: (line: FunctionLog) => void): Surroundings {
  const writers = LEVELS.map((level) => [
    level,
    (...parts: unknown[]) => log({ path, level, text: format(...parts) }),
  ]);
  return Object.assign(Object.create(console), Object.fromEntries(writers));
}

/**
 * The `process` a Function sees: its variables are the Service's, as in the cloud, and it cannot end the host.
 * @see https://www.twilio.com/docs/serverless/functions-assets/functions/variables
 */
export function createFunctionProcess(variables: Readonly<Record<string, string>>): NodeJS.Process {
  const env = { ...variables };
  const exit = () => {
    throw new Error("process.exit() in a Function ends its process in the cloud: call back instead");
  };
  return new Proxy(process, {
    get: (target, key) => (key === "env" ? env : key === "exit" ? exit : Reflect.get(target, key)),
  });
}
