import { randomBytes } from "node:crypto";
import { createInterface } from "node:readline";
import { failWith } from "../simulator/fail-with";
import { openAccount } from "../src/account/account";
import { givenAnswers } from "../src/setup/given-answers";
import { openTalk } from "../src/setup/open-talk";
import { renderSetup, setupDocument } from "../src/setup/render-setup";
import { runSetup, type SetupOutcome } from "../src/setup/run-setup";
import { readSetupOptions, SETUP_HELP, type SetupOptions } from "../src/setup/setup-options";
import { Interrupted } from "../src/setup/talk";

async function main(): Promise<void> {
  const options = readSetupOptions(process.argv.slice(2));
  if (options.isHelp) return console.log(SETUP_HELP);
  const outcome = await setUp(options);
  const isOk = outcome.problems.length === 0;
  if (options.isJson) console.log(JSON.stringify(setupDocument(outcome), null, 2));
  else if (isOk) console.log(renderSetup(outcome));
  else console.error(renderSetup(outcome));
  process.exitCode = isOk ? 0 : 2;
}

async function setUp(options: SetupOptions): Promise<SetupOutcome> {
  const { flags, isTokenPiped, isSilent, isJson, isAnew } = options;
  const token = isTokenPiped ? { AUTH_TOKEN: await readLine() } : {};
  const isTerminal = process.stdin.isTTY && process.stdout.isTTY;
  const isTalk = isTerminal && !isSilent && !isJson && !isTokenPiped;
  const talk = isTalk ? openTalk(process.stdin, process.stdout) : undefined;
  const given = givenAnswers(flags, { ...process.env, ...token });
  const secrets = { isAnew, randomHex: (bytes: number) => randomBytes(bytes).toString("hex") };
  const localTimezone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const input = { ...options, folder: ".", given, talk, secrets, localTimezone, openAccount };
  return runSetup(input).finally(() => talk?.close());
}

async function readLine(): Promise<string> {
  if (process.stdin.isTTY)
    throw new Error("Cannot read --auth-token-stdin from a terminal: pipe the token to it");
  for await (const line of createInterface({ input: process.stdin })) return line;
  throw new Error("Cannot read --auth-token-stdin: the input is empty");
}

main().catch((error: unknown) => {
  if (!(error instanceof Interrupted)) return failWith(error);
  console.error(`\n${error.message}`);
  process.exit(130);
});
