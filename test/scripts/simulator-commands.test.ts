import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { commandLine } from "./command-line";

/** The commands as people run them: exit codes, and what goes to which stream. */
const PROJECT = join(__dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "commands-"));
const stranger = "+12125550199";

afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Result {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

async function start(script: string, ...args: string[]): Promise<ChildProcess> {
  const command = [...(await commandLine(script)), ...args];
  return spawn("node", command, { cwd: PROJECT, env: { ...process.env, TMPDIR: folder, NO_COLOR: "1" } });
}

function finish(child: ChildProcess): Promise<Result> {
  const output = { stdout: "", stderr: "" };
  child.stdout?.on("data", (chunk) => {
    output.stdout += chunk;
  });
  child.stderr?.on("data", (chunk) => {
    output.stderr += chunk;
  });
  child.stdin?.end();
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, ...output })));
}

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

const call = { from: stranger, to: "+12125550100", expect: { disposition: "unanswered-challenge" } };

test("npm run scenario exits with 1 when an expectation fails or a hears is never met", async () => {
  const wrong = file("wrong.json", {
    name: "wrong",
    calls: [{ ...call, caller: [{ hears: "never said" }], expect: { disposition: "connected" } }],
  });
  const good = file("good.json", { name: "silence", calls: [call] });
  const { code, stdout, stderr } = await finish(await start("scenario", good, wrong, "--json"));
  const [silence, { ok, failures }] = JSON.parse(stdout).scenarios;
  expect(silence).toMatchObject({ ok: true, calls: [{ from: stranger }], mail: [], complaints: [] });
  expect(ok).toBe(false);
  expect(failures).toEqual([
    expect.stringContaining('call 1: caller step 1 never heard "never said"'),
    'call 1: disposition: expected "connected", found "unanswered-challenge"',
  ]);
  expect(stderr).toContain(failures[0]);
  expect(code).toBe(1);
}, 20_000);

test("npm run scenario exits with 2 for broken scripts, and names every problem of every one", async () => {
  const broken = [
    file("typo.json", { name: "x", cals: [] }),
    file("no.json", "{"),
    join(folder, "missing.json"),
  ];
  const { code, stdout, stderr } = await finish(await start("scenario", ...broken, "--json"));
  expect(stdout).toBe("");
  expect(stderr.trim().split("\n")).toEqual([
    expect.stringContaining("typo.json:1 calls: found nothing; allowed: a list of calls"),
    expect.stringContaining('unknown key "cals" (did you mean "calls"?)'),
    expect.stringContaining("no.json:1:2: not JSON"),
    expect.stringContaining("missing.json: no such file"),
  ]);
  expect(code).toBe(2);
}, 20_000);

test("npm run scenario exits with 2 when the policy is missing", async () => {
  const lost = file("lost.json", { name: "lost", policy: "nowhere.json", calls: [call] });
  const { code, stderr } = await finish(await start("scenario", lost));
  expect(stderr.trim().split("\n")).toEqual([expect.stringContaining("nowhere.json")]);
  expect(code).toBe(2);
}, 20_000);

test("npm run call answers the challenge, leaves a message, and prints both sides and the mail", async () => {
  const args = ["--from", stranger, "--press", "auto", "--say", "Hello from the plumber"];
  const { code, stdout, stderr } = await finish(await start("call", ...args));
  expect(stderr).toBe("");
  for (const part of [
    "pressed",
    "Hello from the plumber",
    "challenge by the rule challenge",
    "Mail",
    "voicemail",
  ])
    expect(stdout).toContain(part);
  expect(code).toBe(0);
}, 20_000);

test("npm run call lets the home's phone call for help, and shows both ends", async () => {
  const { code, stdout, stderr } = await finish(await start("call", "--from", "home", "--to", "911"));
  expect(stderr).toBe("");
  expect(stdout).toContain("911 showing +12125550102: completed");
  expect(stdout).toContain("An emergency call was made from the home phone");
  expect(code).toBe(0);
}, 20_000);

test("npm run call rings the home's phone, which is busy when told so, and shows its side", async () => {
  const args = [
    "--from",
    "+12125550146",
    "--to",
    "+12125550102",
    "--phone",
    "busy",
    "--say",
    "It is Grandma",
  ];
  const { code, stdout } = await finish(await start("call", ...args));
  expect(stdout).toContain("sip:home@gatehouse-home.sip.twilio.com rings and shows +12125550146");
  expect(stdout).toContain("showing +12125550146: busy");
  expect(stdout).toContain("It is Grandma");
  expect(code).toBe(0);
}, 20_000);

test("npm run call exits with 2 for a line that is not ours", async () => {
  const { code, stderr } = await finish(await start("call", "--from", stranger, "--to", "+12125550198"));
  expect(stderr.trim()).toBe(
    "Cannot call +12125550198: the lines are +12125550100 (Home), +12125550101 (Office desk), +12125550102 (Children), +12125550103 (Number spelling)",
  );
  expect(code).toBe(2);
}, 20_000);

/** SIGHUP comes when the window of the terminal is closed. */
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

test.each(SIGNALS)(
  "npm start serves without a terminal, and leaves nothing behind after %s",
  async (signal) => {
    const child = await start("start");
    const done = finish(child);
    await new Promise<void>((resolve) =>
      child.stdout?.on("data", (text) => /SMTP_URL/.test(text) && resolve()),
    );
    expect(readdirSync(folder).filter((name) => name.startsWith("gatehouse-"))).toHaveLength(1);
    child.kill(signal);
    const { stdout, stderr } = await done;
    expect(stdout).toContain("Gatehouse is up");
    expect(stderr).toBe("");
    expect(readdirSync(folder).filter((name) => name.startsWith("gatehouse-"))).toEqual([]);
  },
  20_000,
);

test("npm start says in one line that a port is busy, and exits with 2", async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  const address = other.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const { code, stderr } = await finish(await start("start", "--port", String(port)));
  other.close();
  expect(stderr.trim()).toBe(`Port ${port} is busy: choose another with --port`);
  expect(code).toBe(2);
}, 20_000);
