import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CHECKS } from "../../src/doctor/checks";
import { type DoctorDesk, openDoctorDesk, removeDist } from "../src/doctor/doctor-desk";
import { commandLine } from "./command-line";

jest.setTimeout(60_000);

/** Runs the command in a folder, with these variables only. */
async function doctor(cwd: string, args: string[], variables: Record<string, string | undefined> = {}) {
  const argv = [...(await commandLine("doctor")), ...args];
  const env = { PATH: process.env.PATH, ...variables };
  return new Promise<{ code: unknown; out: string; err: string }>((done) => {
    execFile(process.execPath, argv, { cwd, env }, (error, out, err) =>
      done({ code: error?.code ?? 0, out, err }),
    );
  });
}

test("help, and what it cannot be asked", async () => {
  const folder = mkdtempSync(join(tmpdir(), "doctor-"));
  const [help, unknown, option] = await Promise.all([
    doctor(folder, ["--help"]),
    doctor(folder, ["--only", "sink"]),
    doctor(folder, ["--fix"]),
  ]);
  expect(help).toMatchObject({ code: 0, err: "" });
  for (const { name } of CHECKS) expect(help.out).toContain(name);
  expect(unknown).toMatchObject({ code: 2, out: "", err: expect.stringContaining('did you mean "sync"?') });
  expect(option).toMatchObject({ code: 2, out: "", err: expect.stringContaining("--fix") });
  rmSync(folder, { recursive: true });
});

describe("on a project that is deployed", () => {
  let desk: DoctorDesk;
  const run = (args: string[], change: Record<string, string> = {}) =>
    doctor(desk.folder, args, { ...desk.local.environment, ...desk.variables, ...change });
  beforeAll(async () => {
    desk = await openDoctorDesk();
    await desk.deploy();
  });
  afterAll(async () => {
    const { complaints } = desk.local.journal;
    await desk.close();
    removeDist();
    expect(complaints).toEqual([]);
  });

  test("all is well: exit code 0, a line for each check, no colour where no terminal is", async () => {
    const { code, out, err } = await run([]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const lines = out.trimEnd().split("\n");
    expect(lines.slice(0, -2).filter((line) => !line.startsWith("✓ "))).toEqual([]);
    expect(lines).toHaveLength(CHECKS.length + 2);
    expect(lines.at(-1)).toBe("All is well.");
    expect(out).not.toContain("\u001b");
  });

  test("a warning: exit code 1; as JSON one document and nothing else", async () => {
    desk.local.account.type = "Trial";
    const { code, out, err } = await run(["--json", "--only", "account,node"]);
    desk.local.account.type = "Full";
    expect({ code, err }).toEqual({ code: 1, err: "" });
    expect(JSON.parse(out)).toEqual({
      checks: [
        { name: "node", level: "ok", found: expect.stringContaining(process.versions.node) },
        {
          name: "account",
          level: "warning",
          found: expect.stringContaining("trial"),
          fix: expect.any(String),
        },
      ],
      worst: "warning",
    });
  });

  test("a failure: exit code 2, and what mends it below", async () => {
    const { code, out } = await run(["--only", "mail"], { SMTP_URL: "smtp://ann:secret-word@127.0.0.1:1" });
    expect(code).toBe(2);
    expect(out).toMatch(
      /^✗ Mail server: it does not let us log in: .*\n {4}Correct SMTP_URL in \.env .*\n\n1 failure, 0 warnings\.\n$/,
    );
    expect(out).not.toContain("secret-word");
  });
});
