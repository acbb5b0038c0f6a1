import { spawn } from "node:child_process";
import {
  copyFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type LocalTwilio, startLocalTwilio } from "../../local-twilio/local-twilio";
import { signWebhook } from "../../local-twilio/webhook";
import { buildConsole } from "../../src/build/build-console";
import { buildFunctions } from "../../src/build/build-functions";
import { compileAssets } from "../../src/build/compile-assets";

/* The oracle is Twilio's own deployer, unmodified, with the project's own .twilioserverlessrc and package.json. What its
   commands do: https://www.twilio.com/docs/labs/serverless-toolkit/deploying */
const PROJECT = join(__dirname, "../..");
const SLOW_MACHINE_MS = 120_000;
const folder = mkdtempSync(join(tmpdir(), "gatehouse-deploy-"));
let local: LocalTwilio;

beforeAll(async () => {
  local = await startLocalTwilio({ seed: "twilio-run" });
  for (const name of [".twilioserverlessrc", "package.json"])
    copyFileSync(join(PROJECT, name), join(folder, name));
  // twilio-run insists on a folder of the sources, although .twilioserverlessrc names that of the bundles.
  for (const name of ["node_modules", "functions", "console"])
    symlinkSync(join(PROJECT, name), join(folder, name));
  const { ACCOUNT_SID, AUTH_TOKEN } = local.environment;
  const env = { ACCOUNT_SID, AUTH_TOKEN, CHALLENGE_SECRET: "c".repeat(32) };
  const lines = Object.entries(env).map(([name, value]) => `${name}=${value}\n`);
  writeFileSync(join(folder, ".env"), lines.join(""));
  await buildFunctions({ functionsDir: join(PROJECT, "functions"), outDir: join(folder, "dist/functions") });
  await compileAssets({
    policyFile: join(PROJECT, "examples/household/gatehouse.private.json"),
    assetsDir: join(PROJECT, "assets"),
    outDir: join(folder, "dist/assets"),
  });
}, SLOW_MACHINE_MS);

afterAll(async () => {
  rmSync(folder, { recursive: true });
  await local.close();
});

afterEach(() => expect(local.journal.complaints).toEqual([]));

/** `twilio-run` as a user runs it, but for what points it at local Twilio. */
function twilioRun(...parts: string[]): Promise<{ readonly code: number | null; readonly output: string }> {
  const bin = join(PROJECT, "node_modules/.bin/twilio-run");
  const env = { PATH: process.env.PATH, ...local.environment };
  const child = spawn(process.execPath, [bin, ...parts], { cwd: folder, env });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (output += String(text)));
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, output })));
}

async function ask(path: string, headers: Record<string, string> = {}) {
  const reply = await fetch(`https://${domainOf("dev")}${path}`, { method: "POST", headers });
  return { status: reply.status, text: await reply.text() };
}

function service() {
  const [first] = local.serverless.services.values();
  if (first === undefined) throw new Error("No Service was deployed");
  return first;
}

function environment(suffix: string | undefined) {
  const found = [...service().environments.values()].find(({ domainSuffix }) => domainSuffix === suffix);
  if (found === undefined) throw new Error(`No environment ${suffix}`);
  return found;
}

const domainOf = (suffix: string | undefined) => environment(suffix).domainName;
const liveBuild = (suffix?: string) => environment(suffix).buildSid;
const signed = (path: string) => ({
  "x-twilio-signature": signWebhook(local.account.authToken, `https://${domainOf("dev")}${path}`, {}),
});

test(
  "deploys the built Functions and Assets to a domain that answers",
  async () => {
    const { code, output } = await twilioRun("deploy");
    expect([code, output]).toEqual([0, expect.stringContaining(domainOf("dev"))]);
    const reject = "/incoming/reject?reason=busy";
    expect(await ask(reject, signed(reject))).toEqual({
      status: 200,
      text: expect.stringContaining('<Reject reason="busy"/>'),
    });
    expect((await ask(reject)).status).toBe(400);
    const fallback = await fetch(`https://${domainOf("dev")}/fallback.xml`);
    expect([fallback.status, fallback.headers.get("content-type")]).toEqual([200, "application/xml"]);
    expect((await fetch(`https://${domainOf("dev")}/gatehouse.json`)).status).toBe(404);
    const variables = [...environment("dev").variables.values()].map(({ key }) => key);
    expect(variables).toEqual(["CHALLENGE_SECRET"]);
  },
  SLOW_MACHINE_MS,
);

test(
  "deploys again: what has changed is changed, to the same domain",
  async () => {
    const [before, domain] = [liveBuild("dev"), domainOf("dev")];
    writeFileSync(
      join(folder, "dist/functions/fresh.js"),
      "exports.handler = (c, e, done) => done(null, 'new');",
    );
    expect((await twilioRun("deploy")).code).toBe(0);
    expect([liveBuild("dev") === before, domainOf("dev"), local.serverless.services.size]).toEqual([
      false,
      domain,
      1,
    ]);
    expect((await ask("/fresh")).text).toBe("new");
  },
  SLOW_MACHINE_MS,
);

test(
  "sets, lists and prints: env, promote, list and logs",
  async () => {
    expect((await twilioRun("env", "set", "--key", "SMTP_URL", "--value", "smtp://x")).code).toBe(0);
    const [env, promoted] = await Promise.all([
      twilioRun("env", "list", "--show-values"),
      twilioRun("promote", "--from", "dev", "--production", "--create-environment"),
    ]);
    expect(env.output).toMatch(/SMTP_URL.*smtp:\/\/x/);
    expect([promoted.code, liveBuild()]).toEqual([0, liveBuild("dev")]);
    const [listed, logs] = await Promise.all([
      twilioRun("list", "services,environments,builds,functions,assets,variables", "--environment", "dev"),
      twilioRun("logs"),
    ]);
    for (const part of [domainOf(undefined), "/incoming/screen", "/fallback.xml", "CHALLENGE_SECRET"])
      expect(listed.output).toContain(part);
    expect(logs.code).toBe(0);
  },
  SLOW_MACHINE_MS,
);

test(
  "without what it remembers: refuses to touch a Service of that name, unless told to",
  async () => {
    const before = liveBuild("dev");
    unlinkSync(join(folder, ".twiliodeployinfo"));
    const refused = await twilioRun("deploy");
    expect([refused.code, refused.output]).toEqual([1, expect.stringContaining("already exists")]);
    expect(liveBuild("dev")).toBe(before);
    expect((await twilioRun("deploy", "--override-existing-project")).code).toBe(0);
    expect([local.serverless.services.size, liveBuild("dev") === before]).toEqual([1, false]);
  },
  SLOW_MACHINE_MS,
);

// twilio-run remembers by folder which Service it deploys to: in the project's root, it would replace what calls run.
test(
  "deploys the web console from its own folder, as a Service of its own with its own variables",
  async () => {
    const before = liveBuild("dev");
    const { ACCOUNT_SID, AUTH_TOKEN } = local.environment;
    const env = { ACCOUNT_SID, AUTH_TOKEN, SYNC_SERVICE_SID: `IS${"1".repeat(32)}` };
    const lines = Object.entries(env).map(([name, value]) => `${name}=${value}\n`);
    writeFileSync(join(folder, ".env.console"), lines.join(""));
    await buildConsole(folder, join(PROJECT, "examples/household/gatehouse.private.json"));
    const run = await twilioRun("deploy", "--cwd", "dist/console", "--env", "../../.env.console");
    expect([run.code, run.output]).toEqual([0, expect.stringContaining("gatehouse-console")]);
    const [calls, console] = [...local.serverless.services.values()];
    expect([calls?.uniqueName, console?.uniqueName]).toEqual(["gatehouse", "gatehouse-console"]);
    expect(liveBuild("dev")).toBe(before);
    const [{ domainName, variables } = { domainName: "", variables: new Map() }] =
      console?.environments.values() ?? [];
    expect([...variables.values()].map(({ key }) => key)).toEqual(["SYNC_SERVICE_SID"]);
    for (const path of ["/index.html", "/console.css", "/vanity.js", "/sign-in.html"])
      expect([path, (await fetch(`https://${domainName}${path}`)).status]).toEqual([path, 200]);
    for (const path of ["/console.json", "/pages/vanity.html", "/vanity/words.bin"])
      expect([path, (await fetch(`https://${domainName}${path}`)).status]).toEqual([path, 404]);
  },
  SLOW_MACHINE_MS,
);

// serverless-toolkit, issues 557 and 564: 2.1.0, the registry's latest, is refused by the cloud.
test(
  "fails with a runtime-handler that the cloud refuses, and what was live stays",
  async () => {
    const before = liveBuild("dev");
    const file = join(folder, "package.json");
    writeFileSync(file, readFileSync(file, "utf8").replace('"2.0.3"', '"2.1.0"'));
    const { code, output } = await twilioRun("deploy");
    expect(code).toBe(1);
    expect(output.replace(/[\s│]+/g, " ")).toContain(
      "No matching version found for @twilio/runtime-handler@2.1.0",
    );
    expect([liveBuild("dev"), (await ask("/fresh")).text]).toEqual([before, "new"]);
  },
  SLOW_MACHINE_MS,
);
