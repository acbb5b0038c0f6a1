/** `npm run lists`: the owner's lists, from the terminal and files. */
import { createInterface } from "node:readline/promises";
import { failWith } from "../simulator/fail-with";
import { openNamedAccount } from "../src/account/account";
import { runLists } from "../src/lists/run-lists";
import { loadVariables } from "../src/runtime/command-wiring";

/** An answer that never comes, as on Ctrl-C, is no. */
async function ask(question: string): Promise<boolean> {
  const reader = createInterface({ input: process.stdin, output: process.stderr });
  const closed = new Promise<string>((resolve) => reader.once("close", () => resolve("no")));
  const answer = await Promise.race([reader.question(`${question} (y/N) `), closed]);
  reader.close();
  return /^y(es)?$/i.test(answer.trim());
}

/** Ctrl-C asks what is being written to stop; a second one does not ask. */
async function guard<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController();
  const signals = ["SIGINT", "SIGTERM"] as const;
  const onSignal = () => stop.abort();
  for (const signal of signals) process.once(signal, onSignal);
  try {
    return await work(stop.signal);
  } finally {
    for (const signal of signals) process.off(signal, onSignal);
  }
}

async function main(): Promise<void> {
  process.exitCode = await runLists(process.argv.slice(2), {
    print: (text) => process.stdout.write(`${text}\n`),
    tell: (text) => process.stderr.write(`${text}\n`),
    ask: process.stdin.isTTY && process.stdout.isTTY ? ask : undefined,
    guard,
    variables: loadVariables(".env"),
    openAccount: openNamedAccount,
    now: Date.now,
    projectDir: process.cwd(),
  });
}

main().catch(failWith);
