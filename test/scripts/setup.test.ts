import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type LocalTwilio, startLocalTwilio } from "../../local-twilio/local-twilio";
import { commandLine } from "./command-line";
import { type Ended, runAtTerminal } from "./run-at-terminal";

const [home, phone] = ["+12125550100", "+12125550123"];

let local: LocalTwilio;
let folder: string;
beforeAll(async () => {
  local = await startLocalTwilio();
  local.addNumber(home);
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "setup-command-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  expect(local.journal.complaints).toEqual([]);
});
afterAll(() => local.close());

interface Run {
  readonly variables?: Record<string, string>;
  readonly input?: string;
  /** Typed once this is on the screen, in turn. */
  readonly typed?: readonly (readonly [screen: string, keys: string])[];
}

const command = async (words: readonly string[]) => [
  process.execPath,
  ...(await commandLine("setup")),
  ...words,
];

/** Runs it with nothing of this process's environment but the way to local Twilio. */
function start(words: readonly string[], { variables = {}, input, typed }: Run): Promise<Ended> {
  const { NODE_OPTIONS, LOCAL_TWILIO_PORT } = local.environment;
  const mine = { PATH: process.env.PATH, HOME: folder, TERM: "dumb" };
  const env = { ...mine, NODE_OPTIONS, LOCAL_TWILIO_PORT, ...variables };
  return runAtTerminal(words, { cwd: folder, env, input, typed });
}

const setup = async (words: readonly string[], more: Run = {}) => start(await command(words), more);

test("without a terminal it asks nothing, names all that is missing and ends with 2", async () => {
  const { code, stdout, stderr } = await setup([]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  for (const name of ["--account-sid or ACCOUNT_SID", "AUTH_TOKEN", "--line or", "--phone or"])
    expect(stderr).toContain(`\n  ${name}`);
  expect(readdirSync(folder)).toEqual([]);
}, 30_000);

test("with --json it prints one document, and the token can be piped", async () => {
  const words = [
    "--account-sid",
    local.account.sid,
    "--line",
    home,
    "--phone",
    phone,
    "--json",
    "--auth-token-stdin",
  ];
  const { code, stdout, stderr } = await setup(words, { input: `${local.account.authToken}\n` });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(JSON.parse(stdout)).toMatchObject({ ok: true, written: [".env", "assets/gatehouse.private.json"] });
  expect(stdout).not.toContain(local.account.authToken);
  const [, secret = "?"] =
    /^CHALLENGE_SECRET=([0-9a-f]{64})$/m.exec(readFileSync(join(folder, ".env"), "utf8")) ?? [];
  expect(stdout).not.toContain(secret);
}, 30_000);

test("a secret in a flag is refused", async () => {
  const refused = await setup(["--auth-token", "s3cret"]);
  expect(refused).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining("AUTH_TOKEN") });
  expect(refused.stderr).not.toContain("s3cret");
}, 30_000);

/** `script` of util-linux gives a command a terminal of its own. */
const SCRIPT = "/usr/bin/script";
const inTerminal = async (typed: Run["typed"]) => {
  const quoted = (await command([])).map((word) => `'${word}'`).join(" ");
  return start([SCRIPT, "-qec", quoted, "/dev/null"], { typed: typed ?? [] });
};

if (process.platform !== "linux" || !existsSync(SCRIPT)) {
  const skipped = `setup in a terminal: skipped, for there is no ${SCRIPT} of util-linux`;
  process.stderr.write(`SKIPPED ${skipped}\n`);
  test.skip(skipped, () => undefined);
} else {
  test("in a terminal it asks, and what is typed as a secret is not shown", async () => {
    const { code, stdout } = await inTerminal([
      ["Account SID: ", `${local.account.sid}\r`],
      ["Auth token: ", `${local.account.authToken}\r`],
      ["Twilio number", "\r"],
      ["Telephone that rings", `${phone}\r`],
      ["Your name", "Ann\r"],
      ["Your e-mail", "\r"],
      ["Country", "\r"],
      ["Time zone", "\r"],
      ["Mail server", "\r"],
      ["Contacts", "\r"],
      ["Line of a phone", "\r"],
    ]);
    expect(code).toBe(0);
    expect(stdout).toContain("Written: .env, assets/gatehouse.private.json");
    expect(stdout).not.toContain(local.account.authToken);
  }, 30_000);

  test("Ctrl-C in a terminal ends it with 130 and leaves nothing", async () => {
    const { code, stdout } = await inTerminal([
      ["Account SID: ", `${local.account.sid}\r`],
      ["Auth token: ", "\x03"],
    ]);
    expect({ code, files: readdirSync(folder) }).toEqual({ code: 130, files: [] });
    expect(stdout).toContain("Interrupted: nothing was written");
  }, 30_000);
}
