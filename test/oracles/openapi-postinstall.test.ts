import { spawnSync } from "node:child_process";
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { OPENAPI_FOLDER } from "../../local-twilio/rest/rest-server";

/** A project with nothing but the script, and an npm that does what a test says: no test needs the network. */
const folder = mkdtempSync(join(tmpdir(), "post install-"));
const npm = join(folder, "npm-cli.js");
const documents = join(folder, "local-twilio", "openapi");
beforeAll(() => {
  mkdirSync(join(folder, "scripts"));
  mkdirSync(join(folder, "local-twilio", "judge"), { recursive: true });
  for (const file of ["scripts/postinstall.mjs", "local-twilio/judge/openapi-package.mjs"])
    copyFileSync(join(__dirname, "../..", file), join(folder, file));
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => cpSync(OPENAPI_FOLDER, documents, { recursive: true }));

function postinstall(npmScript: string) {
  writeFileSync(npm, npmScript);
  const env = { ...process.env, npm_execpath: npm };
  const { status, stderr } = spawnSync(process.execPath, ["scripts/postinstall.mjs"], {
    cwd: folder,
    env,
    encoding: "utf8",
  });
  return { status, lines: stderr.trimEnd().split("\n") };
}

const PACKS_SOMETHING_ELSE = `
  const to = process.argv[process.argv.indexOf("--pack-destination") + 1];
  require("node:fs").writeFileSync(to + "/twilio-cli-core-8.3.2.tgz", "not what was asked for");`;
const ADVICE = "Check the network or npm's registry setting, then run: npm run postinstall";

test("documents that are there and intact are left alone: npm is not even asked", () => {
  expect(postinstall("process.exit(1)")).toEqual({ status: 0, lines: [""] });
});

test("a document that was changed is fetched again, and a wrong checksum refused in one line", () => {
  writeFileSync(join(documents, "twilio_sync_v1.json"), "{}");
  const { status, lines } = postinstall(PACKS_SOMETHING_ELSE);
  expect([status, lines.length]).toEqual([1, 1]);
  expect(lines[0]).toContain("has checksum sha512-");
  expect(lines[0]).toContain(ADVICE);
  expect(readFileSync(join(documents, "twilio_sync_v1.json"), "utf8")).toBe("{}");
});

test("a failing npm is told in one line, with what to do", () => {
  rmSync(documents, { recursive: true });
  const { status, lines } = postinstall(`console.error("npm error code ENOTFOUND"); process.exit(1)`);
  expect([status, lines.length]).toEqual([1, 1]);
  expect(lines[0]).toContain("npm error code ENOTFOUND");
  expect(lines[0]).toContain(ADVICE);
});
