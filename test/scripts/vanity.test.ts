import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startLocalTwilio } from "../../local-twilio/local-twilio";
import { commandLine } from "./command-line";
import { runAtTerminal } from "./run-at-terminal";

/* What it prints is tested in test/src/vanity-command; 1-800-FLOWERS is 1 800 356 9377, as advertised. */
jest.setTimeout(60_000);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "vanity-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the command in a folder without policy, account or build. */
async function vanity(args: readonly string[], env: Record<string, string> = {}, input?: string) {
  const argv = [process.execPath, ...(await commandLine("vanity")), ...args];
  return runAtTerminal(argv, { cwd: folder, env: { PATH: process.env.PATH, ...env }, input });
}

test("numbers are spelled without any build before; stdout holds nothing else, and no file is left behind", async () => {
  const env = { TMPDIR: folder };
  const { code, stdout, stderr } = await vanity(["--file", "-", "--json"], env, "8003569377\nnobody\n");
  // Where no words are kept yet, who waits is told so before.
  expect([code, stderr]).toEqual([
    1,
    expect.stringMatching(/^(Collecting .*\n)?-:2: found "nobody"; allowed: a telephone number\n$/),
  ]);
  expect(JSON.parse(stdout)).toMatchObject({ results: [{ spelling: "800-FLOWERS" }, {}, {}, {}, {}] });
  expect(readdirSync(folder).filter((name) => name.startsWith("gatehouse"))).toEqual([]);
});

test("a wish is granted with the account of the environment alone; what fails ends with 2", async () => {
  const local = await startLocalTwilio({ followsRealTime: true });
  const variables = { ...local.environment, AUTH_TOKEN: "0".repeat(32) };
  const refused = await vanity(["--wish", "hi"], variables);
  await local.close();
  expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining("does not know these") });
  expect(local.journal.complaints).toEqual([]);
});
