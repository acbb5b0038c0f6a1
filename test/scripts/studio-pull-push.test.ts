/** The commands as people run them, against an account on local Twilio: exit codes, and what goes to which stream. */
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deploy } from "../../src/deploy/deploy";
import { readDeployment } from "../../src/deploy/deployment";
import { buildDist } from "../src/deploy/build-dist";
import { type DeployDesk, openDeployDesk, orderFor } from "../src/deploy/deploy-desk";
import { commandLine } from "./command-line";

const dist = mkdtempSync(join(tmpdir(), "gatehouse-dist-"));
const empty = mkdtempSync(join(tmpdir(), "gatehouse-empty-"));
let desk: DeployDesk;
let flowSid: string;

beforeAll(async () => {
  await buildDist(dist);
  desk = await openDeployDesk(dist);
  await deploy(await orderFor(desk));
  flowSid = (await readDeployment(desk.account)).deployment.flows["incoming-call"] ?? "";
}, 60_000);
afterAll(async () => {
  const { complaints } = desk.local.journal;
  await desk.close();
  for (const folder of [dist, empty]) rmSync(folder, { recursive: true });
  expect(complaints).toEqual([]);
});

interface Run {
  readonly cwd?: string;
  readonly variables?: Readonly<Record<string, string>>;
}

async function run(line: string, { cwd = desk.folder, variables = desk.local.environment }: Run = {}) {
  const [script = "", ...args] = line.split(" ");
  const argv = [...(await commandLine(script)), ...args];
  const env = { PATH: process.env.PATH, ...variables };
  return new Promise<{ code: unknown; out: string; err: string }>((done) => {
    execFile(process.execPath, argv, { cwd, env }, (error, out, err) =>
      done({ code: error?.code ?? 0, out, err }),
    );
  });
}

test("the owner's edit is refused, pulled, and published over with a change of the file's", async () => {
  const edit = desk.local.studio.editInStudio(flowSid, (flow) => ({ ...flow, description: "Ann's house" }), {
    publish: true,
  });
  const refused = await run("studio-push --yes");
  expect(refused).toMatchObject({ code: 1, out: expect.stringContaining("npm run studio:pull") });
  const pulled = await run("studio-pull --json incoming-call");
  expect(pulled).toMatchObject({ code: 0, err: "" });
  expect(JSON.parse(pulled.out)).toMatchObject({
    dryRun: false,
    flows: [{ name: "incoming-call", outcome: "pulled", revision: edit, status: "published", problems: [] }],
  });
  expect(readFileSync(join(desk.folder, "studio/incoming-call.json"), "utf8")).toContain("Ann's house");
  desk.edit("studio/incoming-call.json", (text) => text.replace("Ann's house", "Our house"));
  const asked = await run("studio-push");
  expect(asked).toMatchObject({ code: 1, out: expect.stringContaining("--yes carries it out") });
  const plan = await run("studio-push --plan --json");
  expect(plan.code).toBe(0);
  expect(JSON.parse(plan.out)).toMatchObject({ outcome: "planned", changes: [{ action: "change" }] });
  const pushed = await run("studio-push --yes --json");
  expect(pushed.code).toBe(0);
  expect(JSON.parse(pushed.out)).toMatchObject({
    outcome: "applied",
    revisions: { "incoming-call": edit + 1 },
  });
}, 60_000);

test.each(["studio-pull", "studio-push"])(
  "%s says what it lacks, and ends with 2",
  async (script) => {
    const [help, unknown, bare, lost] = await Promise.all([
      run(`${script} --help`),
      run(`${script} --everything`),
      run(script, { variables: {} }),
      run(script, { cwd: empty }),
    ]);
    expect(help).toMatchObject({ code: 0, out: expect.stringContaining(script.replace("-", ":")), err: "" });
    expect(unknown).toMatchObject({ code: 2, out: "", err: expect.stringContaining("--everything") });
    expect(bare).toMatchObject({
      code: 2,
      err: expect.stringContaining("ACCOUNT_SID and AUTH_TOKEN not set"),
    });
    expect(lost).toMatchObject({
      code: 2,
      err: expect.stringContaining("studio/bindings.json: there is no such file"),
    });
  },
  60_000,
);
