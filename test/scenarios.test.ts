import { execFile } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";

const FOLDER = join(__dirname, "scenarios");
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith(".json"));
const STRANGER = "+12125550199";

interface Report {
  readonly name: string;
  readonly ok: boolean;
  readonly failures: readonly string[];
  readonly calls: readonly {
    readonly callSid: string;
    readonly disposition: string;
    readonly verdict: { readonly reason: string; readonly trace: readonly string[] } | null;
    readonly heard: readonly string[];
    readonly syncRequests: number;
  }[];
  readonly mail: readonly { readonly subject: string; readonly text: string }[];
  readonly sync: Readonly<Record<string, Readonly<Record<string, { readonly disposition?: string }>>>>;
  readonly complaints: readonly string[];
}

const reports = new Map<string, Report>();
let stderr = "";

/** All of them in one process, through the command: what it prints is what anybody sees who runs it. */
beforeAll(async () => {
  const files = FILES.map((name) => join(FOLDER, name));
  const command = ["--max-semi-space-size=64", "--import", "tsx", "scripts/scenario.ts", ...files, "--json"];
  const options = { cwd: join(__dirname, ".."), maxBuffer: 64_000_000 };
  const stdout = await new Promise<string>((resolve) => {
    execFile("node", command, options, (_failed, printed, complained) => {
      stderr = complained;
      resolve(printed);
    });
  });
  if (stdout === "") throw new Error(stderr);
  FILES.forEach((name, index) => void reports.set(name, JSON.parse(stdout).scenarios[index]));
}, 120_000);

function reportOf(file: string): Report {
  const report = reports.get(file);
  if (report === undefined) throw new Error(`no report of ${file}`);
  return report;
}

test.each(FILES)("scenario %s holds, and no outside judge complains", (file) => {
  const { name, ok, failures, complaints } = reportOf(file);
  expect({ name, ok, failures, complaints }).toEqual({ name, ok: true, failures: [], complaints: [] });
});

/** Where Sync is up and the Functions that write are, the product's own log says what was observed on the line. */
const LOGGED = FILES.filter((file) => !/^(sync-|every-function-down)/.test(file));

test.each(LOGGED)("scenario %s ends in the product's own log as it was observed", (file) => {
  const { calls, sync } = reportOf(file);
  const observed = calls.map(({ callSid, disposition }) => [callSid, disposition]);
  expect(observed).toEqual(calls.map(({ callSid }) => [callSid, sync.calls?.[callSid]?.disposition]));
});

test("who stays silent, and a robot that talks, hear the prompt and nothing else", () => {
  for (const file of ["silence.json", "robot.json"])
    expect(reportOf(file).calls.map(({ heard }) => heard.length)).toEqual([1]);
});

test("a second attempt asks for other digits", () => {
  const [call] = reportOf("wrong-then-right.json").calls;
  const prompts = (call?.heard ?? []).flatMap((text) => /\d \d \d/.exec(text)?.[0] ?? []);
  expect(new Set(prompts).size).toBe(2);
});

test("callers who withhold their number are never a key of any list", () => {
  const { sync } = reportOf("withheld.json");
  expect(sync.graylist).toEqual({});
});

test("a mail says what was said, and names a contact", () => {
  const [stranger] = reportOf("right.json").mail;
  expect(stranger?.text).toContain("This is the plumber, see you at noon");
  expect(stranger?.text).toMatch(/http:\/\/localhost:\d+\/voicemail\/listen\?recording=RE/);
  expect(reportOf("contact-busy.json").mail[0]?.subject).toContain("Bo Baker");
});

test("a voicemail whose transcription failed is mailed without one", () => {
  expect(reportOf("transcription-fails.json").mail[0]?.text).not.toContain("call me back");
});

/** What a row of the log says: see the scenario for who picked up when, and for how long. To wait begins with "One moment, please". */
test.each<[string, number, Readonly<Record<string, unknown>>]>([
  ["office-day.json", 0, { department: "finance", talkSeconds: 20, rating: 5 }],
  ["office-day.json", 1, { department: "service", talkSeconds: 20 }],
  ["office-day.json", 3, { department: "service", waitSeconds: 21, talkSeconds: 0 }],
  ["office-day.json", 4, { department: "finance", waitSeconds: 16, talkSeconds: 0 }],
  ["office-day.json", 6, { department: "finance" }],
  ["office-rings.json", 2, { department: "rota", waitSeconds: 31, talkSeconds: 0 }],
  ["office-rings.json", 5, { department: "menu-main-4", talkSeconds: 5 }],
])("in %s the row of call %d tells its department, wait and talk", (file, index, row) => {
  const { calls, sync } = reportOf(file);
  expect(sync.calls?.[calls[index]?.callSid ?? ""]).toMatchObject(row);
});

test("a stranger's reputation is told from the day's first look-up, and why it is unknown", () => {
  const lines = reportOf("office-reputation.json").calls.map(({ verdict }) =>
    [...(verdict?.trace ?? []), verdict?.reason].find((line) =>
      /score|unknown|look-ups|nobody can/.test(line ?? ""),
    ),
  );
  expect(lines.map((line) => line?.replace("reputation: ", "") ?? "not asked for")).toEqual([
    expect.stringContaining("score 700"),
    expect.stringContaining("score 700"),
    expect.stringContaining("score 599"),
    expect.stringContaining("score 600"),
    "not asked for",
    "not asked for",
    "unknown: TeleSign answered 503",
    "nobody can be asked about this caller",
    "unknown: TeleSign's answer makes no sense",
    expect.stringContaining("score 1 "),
    "unknown: 6 look-ups were made in this hour already",
    expect.stringContaining("score 700"),
    expect.stringContaining("score 800"),
    expect.stringContaining("score 700"),
  ]);
});

test("what a number spells is kept once, and read from Sync after that", () => {
  const [first, second] = reportOf("vanity-told.json").calls;
  expect(second?.syncRequests).toBe((first?.syncRequests ?? 0) - 1);
});

test("two calls at once leave two calls in the log and two strikes", () => {
  const { sync } = reportOf("two-at-once.json");
  expect(Object.keys(sync.calls ?? {})).toHaveLength(2);
  expect(sync.graylist?.[STRANGER]).toMatchObject({ unanswered: 2 });
});
