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

test("numbers are spelled without any build before; what makes no sense ends with 2", async () => {
  const [plain, none] = await Promise.all([vanity(["8003569377", "--top", "1"]), vanity([])]);
  expect(plain).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^\+1\d{10}\n {2}1\. 800-FLOWERS /),
  });
  expect(none).toEqual({ code: 2, stdout: "", stderr: "Give a number, or --file FILE; --help says more\n" });
});

test("with --json stdout holds a line for each number, and nothing else; no file is left behind", async () => {
  const env = { TMPDIR: folder };
  const { code, stdout, stderr } = await vanity(["--file", "-", "--json"], env, "8003569377\nnobody\n");
  expect([code, stderr]).toEqual([1, '-:2: found "nobody"; allowed: a telephone number\n']);
  expect(JSON.parse(stdout)).toMatchObject({ results: [{ spelling: "800-FLOWERS" }, {}, {}, {}, {}] });
  expect(readdirSync(folder)).toEqual([]);
});

test("a wish is granted with the account of the environment", async () => {
  const local = await startLocalTwilio({ followsRealTime: true });
  const [granted, refused] = await Promise.all([
    vanity(["--wish", "hi", "--area-code", "212"], { ...local.environment }),
    vanity(["--wish", "hi"], { ...local.environment, AUTH_TOKEN: "0".repeat(32) }),
  ]);
  await local.close();
  expect(granted).toMatchObject({ code: 0, stderr: "", stdout: expect.stringContaining("212-555-01-HI") });
  expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining("does not know these") });
  expect(local.journal.complaints).toEqual([]);
});
