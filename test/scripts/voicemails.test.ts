import { execFile } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { commandLine } from "./command-line";

/** Runs the command where no .env is, with these variables only. */
async function voicemails(args: string[], variables: Record<string, string> = {}) {
  const cwd = mkdtempSync(join(tmpdir(), "voicemails-"));
  const argv = [...(await commandLine("voicemails")), ...args];
  const env = { PATH: process.env.PATH, ...variables };
  return new Promise<{ code: unknown; out: string; err: string }>((done) => {
    execFile(process.execPath, argv, { cwd, env }, (error, out, err) =>
      done({ code: error?.code ?? 0, out, err }),
    );
  });
}

const account = {
  ACCOUNT_SID: `AC${"0".repeat(32)}`,
  AUTH_TOKEN: "0".repeat(32),
  SYNC_SERVICE_SID: `IS${"0".repeat(32)}`,
};

test("without the account's variables the command names them and ends with 2", async () => {
  const [bare, retry, help, unknown] = await Promise.all([
    voicemails([]),
    voicemails(["--retry"], account),
    voicemails(["--help"]),
    voicemails(["--everything"]),
  ]);
  expect(bare).toMatchObject({ code: 2, out: "" });
  expect(bare.err).toContain("ACCOUNT_SID, AUTH_TOKEN, SYNC_SERVICE_SID not set");
  expect(retry.code).toBe(2);
  expect(retry.err).toContain("SMTP_URL, MAIL_FROM, LINK_SECRET, DOMAIN_NAME not set");
  expect(help).toMatchObject({ code: 0, out: expect.stringContaining("--unsent") });
  expect(unknown).toMatchObject({ code: 2, err: expect.stringContaining("--everything") });
}, 30_000);
