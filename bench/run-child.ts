import { spawnSync } from "node:child_process";

/** A child that has ended well: its wall time, from start to end, and what it printed. */
export interface ChildRun {
  readonly ms: number;
  readonly printed: string;
}

/** Runs plain node, with nothing but the arguments. Throws when the child fails: then there is nothing to measure. */
export function runChild(...parameters: readonly string[]): ChildRun {
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, parameters, { encoding: "utf8" });
  const ms = performance.now() - started;
  if (status !== 0) throw new Error(`Cannot measure: node ${parameters[0]} ended with ${status}: ${stderr}`);
  return { ms, printed: stdout };
}
