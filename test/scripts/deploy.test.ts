/** The commands themselves, as unmodified clients in processes of their own, against a local Twilio in this one. */
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildDist } from "../src/deploy/build-dist";
import { callLine } from "../src/deploy/call-line";
import { type DeployDesk, openDeployDesk } from "../src/deploy/deploy-desk";
import { commandLine } from "./command-line";

const PROJECT = join(__dirname, "../..");
const dist = mkdtempSync(join(tmpdir(), "gatehouse-dist-"));
jest.setTimeout(120_000);
let desk: DeployDesk;
beforeAll(async () => {
  await buildDist(dist);
  desk = await openDeployDesk(dist);
  symlinkSync(join(PROJECT, "node_modules"), join(desk.folder, "node_modules"));
});
afterAll(async () => {
  const { complaints } = desk.local.journal;
  await desk.close();
  rmSync(dist, { recursive: true });
  expect(complaints).toEqual([]);
});

interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command in the owner's project, without a terminal. */
async function run(script: string, ...flags: string[]): Promise<Run> {
  const parts = [...(await commandLine(script)), ...flags];
  const env = { PATH: process.env.PATH, HOME: desk.folder, ...desk.local.environment, ...desk.variables };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, parts, { cwd: desk.folder, env }, (_error, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, stdout, stderr }),
    );
    child.stdin?.end();
  });
}

test("from a plan to a live number and back, by the commands alone", async () => {
  const plan = await run("deploy", "--no-build", "--plan");
  expect(plan).toMatchObject({ code: 0, stdout: expect.stringContaining("+ flow incoming-call") });
  const done = await run("deploy", "--no-build", "--yes", "--json");
  expect(done).toMatchObject({ code: 0, stderr: expect.stringContaining("building in the cloud") });
  const { outcome, domainName, changes } = JSON.parse(done.stdout);
  expect({ outcome, changes: changes.length > 15 }).toEqual({ outcome: "applied", changes: true });
  const environment = readFileSync(join(desk.folder, ".env"), "utf8");
  expect(environment).toContain(`DOMAIN_NAME=${domainName}`);
  expect(statSync(join(desk.folder, ".env")).mode & 0o777).toBe(0o600);
  expect((await callLine(desk)).map(({ text }) => text).join(" ")).toMatch(/please press/);
  const gone = await run("undeploy", "--yes");
  expect(gone).toMatchObject({
    code: 0,
    stdout: expect.stringContaining("What was in Sync is in gatehouse-backup-"),
  });
});

test("what is refused comes as reasons and fixes, with exit code 1", async () => {
  const broken = { ...desk.variables };
  desk.variables.CHALLENGE_SECRET = "";
  const { code, stdout } = await run("deploy", "--no-build", "--json");
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ outcome: "refused", refusals: [{ fix: "npm run setup" }] });
  Object.assign(desk.variables, broken);
});

test("without a terminal nobody is asked, and nothing is done", async () => {
  const unasked = await run("deploy", "--no-build");
  expect(unasked).toMatchObject({ code: 1, stdout: expect.stringContaining("--yes carries it out") });
});
