import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkFlowFile, printProblem } from "../../../local-twilio/studio/lint/check-flow-file";

const ROOT = join(__dirname, "../../..");
const fixture = JSON.parse(readFileSync(join(__dirname, "fixtures/lint/sound-flow.json"), "utf8"));
let folder = "";
const at = (name: string) => join(folder, name);
const write = (name: string, value: unknown) => writeFileSync(at(name), JSON.stringify(value));

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "studio-check-"));
  write("sound.json", fixture.flow);
  write("given.json", { sound: fixture.bindings });
});
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => rmSync(at("bindings.json"), { force: true }));

describe("checkFlowFile()", () => {
  test("takes the bindings beside a flow when they list it", () => {
    expect(checkFlowFile(at("sound.json")).problems.map(({ severity }) => severity)).toContain("warning");
    write("bindings.json", { other: { ends: [] } });
    expect(checkFlowFile(at("sound.json")).problems.map(({ rule }) => rule)).toContain("wiring");
    copyFileSync(at("given.json"), at("bindings.json"));
    expect(checkFlowFile(at("sound.json")).problems).toEqual([]);
  });

  test("takes the bindings it is given, which must list the flow", () => {
    expect(checkFlowFile(at("sound.json"), at("given.json")).problems).toEqual([]);
    write("bindings.json", { other: { ends: [] } });
    expect(() => checkFlowFile(at("sound.json"), at("bindings.json"))).toThrow(
      "has no entry for the flow sound",
    );
  });

  test("says in one line what cannot be read", () => {
    writeFileSync(at("broken.json"), '{\n"a": ');
    for (const file of ["gone.json", "broken.json", "."])
      expect(() => checkFlowFile(at(file))).toThrow(
        /^[^\n]*: (there is no such file|is not JSON|cannot be read)[^\n]*$/,
      );
  });
});

test("printProblem() names the widget when there is one", () => {
  const problem = { rule: "wiring", severity: "error", message: "leads nowhere" } as const;
  expect(printProblem("a.json", problem)).toBe("a.json: error wiring: leads nowhere");
  expect(printProblem("a.json", { ...problem, widget: "w" })).toBe("a.json: error wiring w: leads nowhere");
});

describe("npm run studio:check", () => {
  const run = (...given: string[]) =>
    spawnSync(process.execPath, ["--import", "tsx", join(ROOT, "scripts/studio-check.ts"), ...given], {
      encoding: "utf8",
      cwd: ROOT,
    });

  test("exits 0 for our flow", () => {
    expect(run("studio/incoming-call.json")).toMatchObject({ status: 0, stderr: "" });
  });

  test("exits 1 for a flow with errors, and prints only the document with --json", () => {
    write("broken-flow.json", { ...fixture.flow, initial_state: "gone" });
    const { status, stdout } = run("--json", at("broken-flow.json"));
    expect(status).toBe(1);
    expect(JSON.parse(stdout).flows[0].problems).toContainEqual(
      expect.objectContaining({ rule: "envelope" }),
    );
  });

  test("exits 2 with one line for a missing file", () => {
    expect(run(at("gone.json"))).toEqual(
      expect.objectContaining({
        status: 2,
        stdout: "",
        stderr: expect.stringMatching(/^studio:check: [^\n]+\n$/),
      }),
    );
  });
});
