import { spawn } from "node:child_process";

/** A command that has ended. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Where a command runs, and what is typed at it. */
export interface AtTerminal {
  readonly cwd: string;
  /** All that it knows of the environment. */
  readonly env: Record<string, string | undefined>;
  /** Piped in, when nothing is typed. */
  readonly input?: string | undefined;
  /** Typed once this is on the screen, in turn. */
  readonly typed?: readonly (readonly [screen: string, keys: string])[] | undefined;
}

/** Runs a command to its end, as somebody who waits for its questions. */
export function runAtTerminal(
  [file = "", ...words]: readonly string[],
  { cwd, env, input, typed = [] }: AtTerminal,
): Promise<Ended> {
  const child = spawn(file, words, { cwd, env });
  const output = { stdout: "", stderr: "" };
  const left = [...typed];
  let unread = "";
  child.stdout.on("data", (chunk: Buffer) => {
    output.stdout += chunk;
    unread += chunk;
    const [next] = left;
    if (next === undefined || !unread.includes(next[0])) return;
    left.shift();
    unread = "";
    child.stdin.write(next[1]);
  });
  child.stderr.on("data", (chunk: Buffer) => {
    output.stderr += chunk;
  });
  if (typed.length === 0) child.stdin.end(input);
  return new Promise((done) => child.on("close", (code) => done({ code, ...output })));
}
