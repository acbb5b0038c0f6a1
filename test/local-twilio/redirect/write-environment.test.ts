import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { clearEnvironment, writeEnvironment } from "../../../local-twilio/redirect/write-environment";

const folder = mkdtempSync(join(tmpdir(), "environment-"));
const file = join(folder, "local.env");
afterEach(() => rmSync(file, { force: true }));
afterAll(() => rmSync(folder, { recursive: true }));

test("an environment of an earlier run is taken away, and so is an empty file", () => {
  clearEnvironment(file);
  for (const text of ["ACCOUNT_SID=AC0\nLOCAL_TWILIO_PORT=1\n", ""]) {
    writeFileSync(file, text);
    clearEnvironment(file);
    expect(existsSync(file)).toBe(false);
  }
});

test("a file that holds something else is kept, and the command refused", () => {
  writeFileSync(file, "SMTP_URL=smtp://mail.example\n");
  expect(() => clearEnvironment(file)).toThrow(/^Cannot write .*local\.env: it holds something else/);
  expect(readFileSync(file, "utf8")).toContain("SMTP_URL");
});

test("what is written is whole, private, and leaves nothing beside it", () => {
  writeEnvironment(file, "A=1\n");
  expect(readFileSync(file, "utf8")).toBe("A=1\n");
  expect(statSync(file).mode & 0o077).toBe(0);
  expect(readdirSync(folder)).toEqual(["local.env"]);
  expect(() => writeEnvironment(join(folder, "no", "x"), "")).toThrow(/^Cannot write /);
});
