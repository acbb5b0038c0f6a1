import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const SCRIPT = join(__dirname, "../../scripts/build.ts");
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gatehouse-build-"));
  for (const name of ["functions", "assets", "dist/functions"])
    mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, "dist/functions/old.js"), "");
});
afterEach(() => rmSync(folder, { recursive: true }));

function build(...options: string[]) {
  const parameters = [require.resolve("tsx/cli"), SCRIPT, ...options];
  return spawnSync(process.execPath, parameters, { cwd: folder, encoding: "utf8" });
}

test("build says what is wrong with the policy, ends with 2, and leaves nothing to deploy", () => {
  writeFileSync(join(folder, "functions/a.ts"), "export const handler = () => undefined;");
  writeFileSync(join(folder, "assets/gatehouse.private.json"), "{");
  const { status, stderr, stdout } = build();
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toContain("gatehouse.private.json");
  expect(stderr).not.toContain("    at ");
  expect(existsSync(join(folder, "dist"))).toBe(false);
}, 30_000);

test("build ends with 2 without a Function, and takes away what was built before", () => {
  const { status, stderr } = build();
  expect({ status, stderr: stderr.trim().split("\n").length }).toEqual({ status: 2, stderr: 1 });
  expect(existsSync(join(folder, "dist"))).toBe(false);
}, 30_000);

test("a wrong option touches nothing", () => {
  expect(build("--nonsense")).toMatchObject({ status: 2, stderr: expect.stringContaining("--nonsense") });
  expect(existsSync(join(folder, "dist/functions/old.js"))).toBe(true);
}, 30_000);
