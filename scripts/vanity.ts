/** `npm run vanity`: what telephone numbers spell, from the terminal. */
import { failWith } from "../simulator/fail-with";
import { openNamedAccount } from "../src/account/account";
import { loadVariables } from "../src/runtime/command-wiring";
import { runVanity } from "../src/vanity-command/run-vanity";

/** Whoever reads only the first lines, as `head` does, has what he wants. */
function onBrokenPipe(error: NodeJS.ErrnoException): void {
  process.exit(error.code === "EPIPE" ? 0 : 2);
}

async function main(): Promise<void> {
  process.stdout.on("error", onBrokenPipe);
  process.exitCode = await runVanity(process.argv.slice(2), {
    print: (text) => new Promise((done) => process.stdout.write(`${text}\n`, () => done())),
    tell: (text) => process.stderr.write(`${text}\n`),
    input: process.stdin,
    variables: loadVariables(".env"),
    openAccount: openNamedAccount,
    projectDir: process.cwd(),
  });
}

main().catch(failWith);
