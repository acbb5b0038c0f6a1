import { type ChildProcess, spawn } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildFunctions } from "../../src/build/build-functions";
import { compileAssets } from "../../src/build/compile-assets";

const PROJECT = join(__dirname, "../..");
const SLOW_MACHINE_MS = 90_000;
const folder = mkdtempSync(join(tmpdir(), "gatehouse-twilio-run-"));
let server: ChildProcess;
let origin: string;
let printed = "";

/** A project folder as `npm run build` leaves it, with the project's own .twilioserverlessrc and package.json. */
beforeAll(async () => {
  for (const name of [".twilioserverlessrc", "package.json"])
    copyFileSync(join(PROJECT, name), join(folder, name));
  symlinkSync(join(PROJECT, "node_modules"), join(folder, "node_modules"));
  writeFileSync(join(folder, ".env"), `ACCOUNT_SID=AC${"0".repeat(32)}\nAUTH_TOKEN=${"0".repeat(32)}\n`);
  await buildFunctions({ functionsDir: join(PROJECT, "functions"), outDir: join(folder, "dist/functions") });
  await compileAssets({
    policyFile: join(PROJECT, "examples/household/gatehouse.private.json"),
    assetsDir: join(PROJECT, "assets"),
    outDir: join(folder, "dist/assets"),
  });
  const port = await findFreePort();
  origin = `http://127.0.0.1:${port}`;
  const twilioRun = join(PROJECT, "node_modules/.bin/twilio-run");
  server = spawn(process.execPath, [twilioRun, "start", "--port", String(port)], { cwd: folder });
  for (const stream of [server.stdout, server.stderr])
    stream?.on("data", (text) => (printed += String(text)));
}, SLOW_MACHINE_MS);

afterAll(async () => {
  const ended = new Promise((resolve) => server.once("exit", resolve));
  server.kill();
  await ended;
  rmSync(folder, { recursive: true });
});

// `twilio-run start` is Twilio's own way to serve what is deployed: docs/labs/serverless-toolkit/developing
test(
  "twilio-run, unmodified, serves the built Functions and Assets",
  async () => {
    const fallback = await askUntilUp("/fallback.xml");
    expect(fallback).toMatchObject({ status: 200, type: expect.stringContaining("xml") });
    expect(fallback.text).toContain("<Response>");
    const reject = await ask("/incoming/reject?reason=busy", { method: "POST" });
    expect(reject).toMatchObject({ status: 200, type: expect.stringContaining("text/xml") });
    expect(reject.text).toContain('<Reject reason="busy"/>');
    // A private Asset is never served: docs/serverless/functions-assets/visibility
    expect((await ask("/gatehouse.json")).status).toBe(403);
  },
  SLOW_MACHINE_MS,
);

async function ask(path: string, init?: RequestInit) {
  const response = await fetch(origin + path, init);
  return {
    status: response.status,
    type: response.headers.get("content-type") ?? "",
    text: await response.text(),
  };
}

async function askUntilUp(path: string): ReturnType<typeof ask> {
  for (;;) {
    if (server.exitCode !== null) throw new Error(`twilio-run ended: ${printed}`);
    const answer = await ask(path).catch(() => undefined);
    if (answer !== undefined) return answer;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

function findFreePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
