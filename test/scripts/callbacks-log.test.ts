import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type LocalTwilio, startLocalTwilio } from "../../local-twilio/local-twilio";
import { department, office } from "../src/policy/office/samples";
import { callSid, FRIEND, LINE, number, policy, STRANGER } from "../src/policy/samples";
import { commandLine } from "./command-line";

jest.setTimeout(60_000);

let folder: string;
let local: LocalTwilio;
let variables: Record<string, string>;
let serviceSid: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "callbacks-"));
  mkdirSync(join(folder, "dist/assets"), { recursive: true });
  const departments = { finance: department({ hours: undefined, phones: [number("32")] }) };
  const text = JSON.stringify({ ...policy(), office: office({ departments }) });
  writeFileSync(join(folder, "dist/assets/gatehouse.private.json"), text);
  local = await startLocalTwilio({ followsRealTime: true });
  serviceSid = local.sync.createService("gatehouse");
  for (const name of ["calls", "callbacks", "office"]) local.sync.createMap(serviceSid, name);
  local.addNumber(LINE, { voiceUrl: "", voiceMethod: "GET" });
  local.switchboard.phones.set(number("32"), { does: "no-answer" });
  variables = { ...local.environment, SYNC_SERVICE_SID: serviceSid };
});
afterAll(async () => {
  await local.close();
  rmSync(folder, { recursive: true });
  expect(local.journal.complaints).toEqual([]);
});

/** Runs a command in a folder with a built policy, with these variables only. */
async function run(script: string, args: readonly string[], environment: Record<string, string> = {}) {
  const argv = [...(await commandLine(script)), ...args];
  const env = { PATH: process.env.PATH, TZ: "America/New_York", ...environment };
  return new Promise<{ code: unknown; out: string; err: string }>((done) => {
    execFile(process.execPath, argv, { cwd: folder, env }, (error, out, err) =>
      done({ code: error?.code ?? 0, out, err }),
    );
  });
}
const placing = () => ({ ...variables, LINK_SECRET: "a secret", DOMAIN_NAME: "localhost:9" });
const put = (map: string, key: string, data: object): void =>
  local.sync.setItem(serviceSid, map, key, { ...data });

test("help, and what is missing or makes no sense", async () => {
  const [help, logHelp, bare, show, most, since, logBare, env] = await Promise.all([
    run("callbacks", ["--help"]),
    run("log", ["--help"]),
    run("callbacks", [], variables),
    run("callbacks", ["--show"]),
    run("callbacks", ["--max", "none"], placing()),
    run("log", ["--since", "yesterday"], variables),
    run("log", []),
    run("log", ["--env", "nowhere.env"]),
  ]);
  expect(help).toMatchObject({ code: 0, out: expect.stringContaining("--drop NUMBER"), err: "" });
  expect(logHelp).toMatchObject({ code: 0, out: expect.stringContaining("--since WHEN"), err: "" });
  expect(bare).toMatchObject({ code: 2, out: "", err: expect.stringContaining("LINK_SECRET, DOMAIN_NAME") });
  expect(show).toMatchObject({ code: 2, err: expect.stringContaining("ACCOUNT_SID, AUTH_TOKEN") });
  expect(most).toMatchObject({ code: 2, err: expect.stringContaining("--max none") });
  expect(since).toMatchObject({ code: 2, err: expect.stringContaining("--since yesterday") });
  for (const { code, err } of [logBare, env])
    expect([code, err]).toEqual([2, expect.stringContaining("SYNC")]);
});

test("nothing waits: said so, and all is well", async () => {
  expect(await run("callbacks", [], placing())).toEqual({ code: 0, out: "No call-backs.\n", err: "" });
});

test("who waits is shown, called back, and taken off", async () => {
  const asked = { line: LINE, department: "finance", askedAt: new Date().toISOString(), tries: 0 };
  put("callbacks", STRANGER, { ...asked, state: "waiting" });
  const shown = await run("callbacks", ["--show"], variables);
  expect(shown).toMatchObject({ code: 0, err: "" });
  expect(shown.out).toMatch(/^NUMBER +DEPARTMENT.*\n\+12125550199 +finance +\+12125550100 .* waiting +0/);
  const two = await Promise.all([run("callbacks", [], placing()), run("callbacks", [], placing())]);
  expect(two.map(({ code, err }) => [code, err])).toEqual(two.map(() => [0, ""]));
  const ringing = `${STRANGER} for finance: ringing ${number("32")}`;
  expect(two.filter(({ out }) => out.startsWith(ringing))).toHaveLength(1);
  const { callbacks } = JSON.parse((await run("callbacks", ["--show", "--json"], variables)).out);
  expect(callbacks).toMatchObject([{ number: STRANGER, tries: 1, department: "finance" }]);
  expect(await run("callbacks", ["--drop", "212 555 0199"], variables)).toMatchObject({
    ...{ code: 0, out: expect.stringContaining("dropped") },
  });
  const nobody = await run("callbacks", ["--drop", FRIEND], variables);
  expect(nobody).toMatchObject({ code: 2, err: expect.stringContaining("nobody waits") });
});

test("the log shows the newest call first, as a table and as a document", async () => {
  put("calls", callSid("a"), {
    ...{ from: FRIEND, to: LINE, at: "2026-01-05T15:15:00.000Z", verdict: "menu", rule: "menu" },
    ...{ reason: "a menu is offered", department: "finance", waitSeconds: 12, talkSeconds: 60, rating: 5 },
    disposition: "connected",
  });
  put("calls", callSid("b"), { from: "withheld", to: LINE, at: "2026-01-06T15:15:00.000Z", verdict: 7 });
  const [table, document, last, none] = await Promise.all([
    run("log", [], variables),
    run("log", ["--json"], variables),
    run("log", ["--json", "--last", "1"], variables),
    run("log", ["--since", "2026-01-07"], variables),
  ]);
  expect([table.code, table.err]).toEqual([0, ""]);
  expect(table.out.split("\n").map((line) => line.trim().split(/ {2,}/))).toEqual([
    ["WHEN", "WHO", "LINE", "VERDICT", "WHY", "DEPARTMENT", "WAIT", "TALK", "END", "RATING"],
    ["2026-01-06 10:15", "withheld", LINE],
    [
      ...["2026-01-05 10:15", FRIEND, LINE, "menu by menu", "a menu is offered", "finance"],
      ...["12 s", "60 s", "connected", "5"],
    ],
    [""],
  ]);
  expect(JSON.parse(document.out).calls.map((call: { callSid: string }) => call.callSid)).toEqual([
    ...[callSid("b"), callSid("a")],
  ]);
  expect(JSON.parse(last.out).calls).toHaveLength(1);
  expect(none).toEqual({ code: 0, out: "No calls.\n", err: "" });
});
