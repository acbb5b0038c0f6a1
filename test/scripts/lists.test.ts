import { type ChildProcess, execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type LocalTwilio, startLocalTwilio } from "../../local-twilio/local-twilio";
import { commandLine } from "./command-line";

jest.setTimeout(60_000);

const A = "+12125550101";

let folder: string;
let local: LocalTwilio;
let serviceSid: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "lists-"));
  local = await startLocalTwilio({ followsRealTime: true });
  serviceSid = local.sync.createService("gatehouse");
  for (const name of ["blocklist", "graylist"]) local.sync.createMap(serviceSid, name);
});
afterAll(async () => {
  await local.close();
  rmSync(folder, { recursive: true });
  expect(local.journal.complaints).toEqual([]);
});

/** Runs the command in an empty folder, with these variables only and no terminal. */
async function lists(
  args: readonly string[],
  variables: Record<string, string>,
  onStart?: (child: ChildProcess) => void,
) {
  const argv = [...(await commandLine("lists")), ...args];
  const env = { PATH: process.env.PATH, ...variables };
  return new Promise<{ code: unknown; out: string; err: string }>((done) => {
    const child = execFile(process.execPath, argv, { cwd: folder, env }, (error, out, err) =>
      done({ code: error?.code ?? 0, out, err }),
    );
    onStart?.(child);
  });
}
const onAccount = (...args: readonly string[]) =>
  lists(args, { ...local.environment, SYNC_SERVICE_SID: serviceSid });

test("help, and what it cannot be asked", async () => {
  const [bare, help, unknown, noAccount] = await Promise.all([
    lists([], {}),
    lists(["import", "--help"], {}),
    lists(["import", "blocklist", "--force"], {}),
    lists(["show", "blocklist"], {}),
  ]);
  expect(bare).toMatchObject({ code: 2, out: expect.stringContaining("import LIST FILE ") });
  expect(help).toMatchObject({ code: 0, err: "", out: expect.stringContaining("--replace") });
  expect(unknown).toMatchObject({ code: 2, out: "", err: expect.stringContaining("--force") });
  expect(noAccount).toMatchObject({
    code: 2,
    out: "",
    err: expect.stringContaining("ACCOUNT_SID and AUTH_TOKEN"),
  });
});

test("a list goes from a file into Sync, is backed up, lost and restored", async () => {
  writeFileSync(join(folder, "block.csv"), `number,note\n${A},cold calls\n`);
  const imported = await onAccount("import", "blocklist", "block.csv", "--yes", "--json");
  expect([imported.code, JSON.parse(imported.out).outcome, imported.err]).toEqual([0, "written", ""]);
  expect((await onAccount("backup", "b.json")).code).toBe(0);
  expect((await onAccount("remove", "blocklist", "(212) 555-0101")).code).toBe(0);
  expect(local.sync.dump(serviceSid).maps.blocklist).toEqual({});
  expect((await onAccount("restore", "b.json", "--yes")).code).toBe(0);
  expect(local.sync.dump(serviceSid).maps.blocklist).toEqual({ [A]: { note: "cold calls" } });
});

test("bad lines end with 1, what is out of reach with 2", async () => {
  writeFileSync(join(folder, "bad.csv"), "number\nnobody\n");
  const [bad, missing] = await Promise.all([
    onAccount("import", "blocklist", "bad.csv", "--yes"),
    onAccount("import", "blocklist", "none.csv"),
  ]);
  expect(bad).toMatchObject({ code: 1, out: expect.stringContaining("bad.csv:2 number: found") });
  expect(missing).toMatchObject({ code: 2, out: "", err: expect.stringContaining("none.csv") });
});

test("Ctrl-C in the middle of an import leaves nothing of it", async () => {
  const numbers = Array.from(
    { length: 100 },
    (_, index) => `+1646555${String(100 + index).padStart(4, "0")}`,
  );
  writeFileSync(join(folder, "long.csv"), `number\n${numbers.join("\n")}\n`);
  const blocklist = () => Object.keys(local.sync.dump(serviceSid).maps.blocklist ?? {});
  const before = blocklist();
  const variables = { ...local.environment, SYNC_SERVICE_SID: serviceSid };
  const ended = await lists(["import", "blocklist", "long.csv", "--yes"], variables, (child) => {
    const watch = setInterval(() => {
      if (blocklist().length === before.length) return;
      clearInterval(watch);
      child.kill("SIGINT");
    }, 5);
  });
  expect(ended).toMatchObject({
    code: 1,
    out: expect.stringContaining("Nothing is changed: it was stopped"),
  });
  expect(blocklist()).toEqual(before);
});
