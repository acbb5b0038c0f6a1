import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(__dirname, "..", "..", "..");
const folder = mkdtempSync(join(tmpdir(), "local twilio-"));
const running = new Set<ChildProcess>();
afterAll(() => {
  for (const child of running) child.kill("SIGKILL");
  rmSync(folder, { recursive: true });
});

interface Run {
  readonly child: ChildProcess;
  readonly exit: Promise<number | null>;
  output(): string;
}

function local(...parts: string[]): Run {
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/local.ts", ...parts], { cwd: root });
  running.add(child);
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (text += chunk));
  const exit = new Promise<number | null>((resolve) => child.on("close", resolve));
  return { child, exit, output: () => text };
}

async function until(isTrue: () => boolean): Promise<void> {
  for (let tries = 0; tries < 400 && !isTrue(); tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 25));
}

function shell(script: string): Promise<string> {
  const child = spawn("sh", ["-c", script], { cwd: root, env: { PATH: process.env.PATH } });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (text += chunk));
  return new Promise((resolve) => child.on("close", () => resolve(text)));
}

test("npm run local writes the environment once it is up, serves, and stops on SIGTERM with 0", async () => {
  const file = join(folder, "local.env");
  const run = local("--env", file);
  await until(() => existsSync(file));
  const lines = readFileSync(file, "utf8").trimEnd().split("\n");
  const variables = new Map(lines.map((line) => [line.split("=")[0], line.slice(line.indexOf("=") + 1)]));
  expect([...variables.keys()]).toEqual(
    "ACCOUNT_SID AUTH_TOKEN TWILIO_ACCOUNT_SID TWILIO_AUTH_TOKEN LOCAL_TWILIO_PORT NODE_OPTIONS".split(" "),
  );
  // The lengths that Twilio's tools insist on: a SID is 2 letters and 32 digits, a token 32 characters.
  expect(variables.get("ACCOUNT_SID")).toMatch(/^AC[0-9a-f]{32}$/);
  expect(variables.get("AUTH_TOKEN")).toHaveLength(32);
  expect(statSync(file).mode & 0o077).toBe(0);
  const client = `require("twilio")(process.env.ACCOUNT_SID, process.env.AUTH_TOKEN).sync.v1.services`;
  const script = `${client}.create({ friendlyName: "x" }).then(({ friendlyName }) => console.log(friendlyName))`;
  expect(await shell(`set -a; . '${file}'; node -e '${script}'`)).toBe("x\n");
  const dotenv = `Object.assign(process.env, require("dotenv").parse(require("fs").readFileSync("${file}")))`;
  expect(await shell(`node -e '${dotenv}; console.log(process.env.NODE_OPTIONS)'`)).toBe(
    `--require=${join(root, "local-twilio", "redirect", "register.cjs")}\n`,
  );
  const wrong = `${client}("x").syncStreams.list().catch((error) => console.log(error.status))`;
  expect(await shell(`set -a; . '${file}'; node -e '${wrong}'`)).toBe("501\n");
  expect(run.output()).toContain("Local Twilio does not have ListSyncStream");
  run.child.kill("SIGTERM");
  expect(await run.exit).toBe(0);
}, 30_000);

test("what is wrong is one clear line and exit code 2", async () => {
  const busy = createServer();
  await new Promise<void>((resolve) => void busy.listen(0, "127.0.0.1", resolve));
  const address = busy.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const runs = [
    local("--port", String(port)),
    local("--env", join(folder, "no", "such", "folder")),
    local("--bogus"),
    local("--port", "http"),
  ];
  expect(await Promise.all(runs.map(({ exit }) => exit))).toEqual([2, 2, 2, 2]);
  const outputs = runs.map((run) => run.output().trimEnd());
  expect(outputs).toEqual([
    expect.stringContaining(`Port ${port} is busy`),
    expect.stringContaining("Cannot write"),
    expect.stringContaining("Unknown option '--bogus'"),
    expect.stringContaining("Cannot listen on port http"),
  ]);
  for (const output of outputs) expect(output.split("\n")).toHaveLength(1);
  busy.close();
}, 30_000);
