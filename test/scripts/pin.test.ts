import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parsePinHash, verifyPin } from "../../src/policy/home/owner-pin";
import { commandLine } from "./command-line";
import { runAtTerminal } from "./run-at-terminal";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "pin-command-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

interface Run {
  readonly input?: string;
  /** Typed once this is on the screen, in turn. */
  readonly typed?: readonly (readonly [screen: string, keys: string])[];
}

const command = async (words: readonly string[]) => [
  process.execPath,
  ...(await commandLine("pin")),
  ...words,
];

function start(words: readonly string[], { input, typed }: Run) {
  const env = { PATH: process.env.PATH, HOME: folder, TERM: "dumb" };
  return runAtTerminal(words, { cwd: folder, env, input, typed });
}

const pin = async (words: readonly string[], run: Run = {}) => start(await command(words), run);
const environment = () => readFileSync(join(folder, ".env"), "utf8");
const kept = () => parsePinHash(/^OWNER_PIN_HASH=(.*)$/m.exec(environment())?.[1] ?? "");

test("a PIN that is piped: only its hash is kept, for the owner's eyes; and it can be taken away", async () => {
  writeFileSync(join(folder, ".env"), "# mine\nMAIL_FROM=ann@example.com\n");
  const { code, stdout, stderr } = await pin([], { input: "847291\n" });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout + environment()).not.toContain("847291");
  expect(environment()).toMatch(/^# mine\nMAIL_FROM=ann@example.com\n/);
  expect(statSync(join(folder, ".env")).mode & 0o777).toBe(0o600);
  const hash = kept();
  if (hash === undefined) throw new Error("no hash was written");
  expect([await verifyPin("847291", hash), await verifyPin("847292", hash)]).toEqual([true, false]);

  expect((await pin(["--remove"])).code).toBe(0);
  expect(environment()).toMatch(/^OWNER_PIN_HASH=$/m);
}, 30_000);

test.each([
  ["one that many choose", [], "123456\n", "equal steps"],
  ["one that is too short", [], "8472\n", "6 to 12 digits"],
  ["none", [], "", "input is empty"],
  ["one among the words, where others can see it", ["847291"], "", "npm run pin"],
])(
  "refuses %s, without repeating it, and writes nothing",
  async (_name, words, input, why) => {
    const { code, stdout, stderr } = await pin(words, { input });
    expect({ code, stdout, isThere: existsSync(join(folder, ".env")) }).toEqual({
      ...{ code: 2, stdout: "", isThere: false },
    });
    expect(stderr).toContain(why);
    expect(stderr).not.toMatch(/123456|8472/);
  },
  30_000,
);

/** `script` of util-linux gives a command a terminal of its own. */
const SCRIPT = "/usr/bin/script";
const inTerminal = async (typed: Run["typed"]) => {
  const quoted = (await command([])).map((word) => `'${word}'`).join(" ");
  return start([SCRIPT, "-qec", quoted, "/dev/null"], { typed: typed ?? [] });
};

if (process.platform !== "linux" || !existsSync(SCRIPT)) {
  const skipped = `the PIN in a terminal: skipped, for there is no ${SCRIPT} of util-linux`;
  process.stderr.write(`SKIPPED ${skipped}\n`);
  test.skip(skipped, () => undefined);
} else {
  test("in a terminal it asks twice, shows nothing of it, and asks again for what cannot be", async () => {
    const { code, stdout } = await inTerminal([
      ["New PIN", "121212\r"],
      ["New PIN", "847291\r"],
      ["again: ", "847219\r"],
      ["New PIN", "847291\r"],
      ["again: ", "847291\r"],
    ]);
    expect(code).toBe(0);
    expect(stdout).toContain("it repeats a part of itself");
    expect(stdout).toContain("the two are not the same");
    expect(stdout).not.toMatch(/121212|8472/);
    expect(kept()).toBeDefined();
  }, 30_000);

  test("Ctrl-C in a terminal ends it with 130 and leaves nothing", async () => {
    const { code } = await inTerminal([
      ["New PIN", "847291\r"],
      ["again: ", "\x03"],
    ]);
    expect({ code, isThere: existsSync(join(folder, ".env")) }).toEqual({ code: 130, isThere: false });
  }, 30_000);
}
