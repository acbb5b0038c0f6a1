import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { type LocalTwilio, startLocalTwilio } from "../../../local-twilio/local-twilio";
import { openTalk } from "../../../src/setup/open-talk";
import { Interrupted } from "../../../src/setup/talk";
import { newFolder, removeFolders, run } from "./setup-run";

const [home, desk, phone] = ["+12125550100", "+12125550101", "+12125550123"];

let local: LocalTwilio;
let folder: string;
beforeAll(async () => {
  local = await startLocalTwilio();
  local.addNumber(home, { friendlyName: "Home" });
});
beforeEach(() => {
  folder = newFolder();
});
afterEach(() => {
  local.faults.clear();
  expect(local.journal.complaints).toEqual([]);
});
afterAll(async () => {
  await local.close();
  removeFolders();
});

/** A terminal at which somebody answers each prompt that holds `[0]` by typing `[1]`, in turn, and then leaves. */
function terminal(answers: readonly (readonly [prompt: string, typed: string])[]) {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const left = [...answers];
  let [screen, unread] = ["", ""];
  output.on("data", (chunk: Buffer) => {
    screen += chunk;
    unread += chunk;
    const [next] = left;
    // A prompt ends in "> ", and the question that is a yes or no in "] ".
    if (next === undefined || !unread.includes(next[0]) || !/(> |\] )([^ ]+G)?$/.test(unread)) return;
    left.shift();
    unread = "";
    input.write(next[1]);
  });
  return { talk: openTalk(input, output), screen: () => screen, left };
}

async function interviewed(answers: [string, string][], flags = {}, more = {}) {
  const { talk, screen, left } = terminal(answers);
  const outcome = await run(folder, flags, { talk, ...more });
  talk.close();
  expect(left).toEqual([]);
  return { outcome, screen: screen() };
}

const policy = () => JSON.parse(readFileSync(join(folder, "assets/gatehouse.private.json"), "utf8"));
const env = () => readFileSync(join(folder, ".env"), "utf8");
const signIn = (): [string, string][] => [
  ["Account SID:", `${local.account.sid}\r`],
  ["Auth token:", `${local.account.authToken}\r`],
];
const rest: [string, string][] = [
  ["Your name:", "\r"],
  ["Your e-mail address:", "\r"],
  ["Country:", "\r"],
  ["Time zone:", "\r"],
  ["Mail server:", "\r"],
  ["Contacts:", "\r"],
  ["Line of a phone for the children:", "\r"],
];
const all = (): [string, string][] => [
  ...signIn(),
  ["Twilio number", "\r"],
  ["Telephone that rings:", "(212) 555-0123\r"],
  ...rest,
];

test("Enter takes the only number and what most would answer; what may be left out is", async () => {
  const { outcome, screen } = await interviewed(all());
  expect(outcome.problems).toEqual([]);
  expect(policy()).toMatchObject({
    country: "US",
    timezone: "Europe/Berlin",
    owner: { phone },
    lines: { [home]: {} },
  });
  expect(screen).toContain("Mail server: smtp://user:password@mail.example.com:587");
  expect(screen).toContain("(without: every caller is a stranger)");
  expect(env()).not.toContain("SMTP_URL");
});

test("what is typed as a secret never appears", async () => {
  const { screen } = await interviewed(all());
  expect(screen).toContain(local.account.sid);
  expect(screen).not.toContain(local.account.authToken.slice(0, 8));
});

test("Enter keeps all that stands", async () => {
  await interviewed(all());
  const before = [env(), JSON.stringify(policy())];
  const { outcome, screen } = await interviewed([
    ["Account SID:", "\r"],
    ["Auth token:", "\r"],
    ["Twilio number", "\r"],
    ["Telephone that rings:", "\r"],
    ...rest,
  ]);
  expect(outcome).toMatchObject({ changes: [], written: [] });
  expect([env(), JSON.stringify(policy())]).toEqual(before);
  expect(screen).toContain("[kept] > ");
  expect(screen).toContain(`[${phone}] > `);
});

test("a wrong answer is told at once and asked again; for a wrong token, the account too", async () => {
  const { screen } = await interviewed([
    ["Account SID:", "AC12\r"],
    ["an account SID is AC and 32 digits", `AC${"1".repeat(32)}\r`],
    ["Auth token:", "short\r"],
    ["this has 5 characters", `${local.account.authToken}\r`],
    ["Twilio does not know this account SID with this auth token", `${local.account.sid}\r`],
    ["Auth token:", `${local.account.authToken}\r`],
    ["Twilio number", "\r"],
    ["Telephone that rings:", `${home}\r`],
    ["is a number of this account", "\r"],
    ["this is needed to go on", `${phone}\r`],
    ["Your name:", "Ann\r"],
    ["Your e-mail address:", "ann\r"],
    ['found "ann"; allowed: an e-mail address', "ann@example.com\r"],
    ["Country:", "Freedonia\r"],
    ["a country code of two capital letters", "us\r"],
    ["Time zone:", "new york\r"],
    ['did you mean "America/New_York"?', "America/New_York\r"],
    ["Mail server:", "mail.example.com\r"],
    ["the address of a mail server reads", "\r"],
    ["Contacts:", "~/no such file.vcf\r"],
    ["there is no file", "\r"],
    ["Line of a phone for the children:", "555-0199\r"],
    ["555-0199 is not one of the numbers that Gatehouse answers", "0100\r"],
  ]);
  expect(policy()).toMatchObject({
    country: "US",
    timezone: "America/New_York",
    owner: { name: "Ann", email: "ann@example.com" },
    lines: { [home]: { ring: { to: "home" } } },
  });
  expect(screen).toContain('the account "Local Twilio", Full');
});

test("of many numbers, typing a part finds one", async () => {
  const others = [
    desk,
    ...Array.from({ length: 20 }, (_, index) => `+164655501${String(index).padStart(2, "0")}`),
  ];
  for (const number of others) local.addNumber(number);
  await interviewed([
    ...signIn(),
    ["and 12 more", "646\r"],
    ["20 numbers fit; type more of one:", "nobody\r"],
    ["the account has no number nobody", "home, 0101\r"],
    ["2 numbers fit", "HOME, 212 555 0101\r"],
    ["Telephone that rings:", `${phone}\r`],
    ...rest,
  ]);
  for (const number of others) local.account.numbers.delete(number);
  expect(Object.keys(policy().lines)).toEqual([home, desk]);
});

test("what flags answer is not asked, unless it is wrong", async () => {
  const { screen } = await interviewed(
    [...signIn(), ["Telephone that rings: 12 (--phone)", `${phone}\r`], ...rest],
    { line: home, phone: "12" },
  );
  expect(screen).toContain(`Twilio number that Gatehouse answers: ${home} (--line)`);
  expect(policy().lines[home].ring.to).toBe(phone);
});

test("a phone that is kept moves no line that rings another", async () => {
  await interviewed(all());
  local.addNumber(desk);
  const file = join(folder, "assets/gatehouse.private.json");
  const text = readFileSync(file, "utf8").replace(
    "} }\n",
    `} },\n    "${desk}": { "ring": { "to": "+12125550124" } }\n`,
  );
  writeFileSync(file, text);
  const kept: [string, string] = ["Telephone that rings:", "\r"];
  await interviewed([
    ["Account SID:", "\r"],
    ["Auth token:", "\r"],
    ["Twilio number", `${desk}\r`],
    kept,
    ...rest,
  ]);
  local.account.numbers.delete(desk);
  expect(readFileSync(file, "utf8")).toBe(text);
});

describe("when Twilio is out of reach", () => {
  beforeEach(() => local.faults.add({ on: "http:api.twilio.com", fault: { kind: "status", status: 500 } }));

  test("the owner decides whether to go on", async () => {
    const before = local.faults.seen("http:api.twilio.com");
    const { outcome, screen } = await interviewed([
      ["Account SID:", `${local.account.sid}\r`],
      ["Auth token:", `${local.account.authToken}\r`],
      ["Take it all the same", "n\r"],
      ["Auth token:", `${local.account.authToken}\r`],
      ["Take it all the same", "y\r"],
      ["Twilio number", `${home}\r`],
      ["Take it all the same", "y\r"],
      ["Telephone that rings:", `${phone}\r`],
      ...rest,
    ]);
    expect(outcome.problems).toEqual([]);
    // Twice the account with three repetitions, and never the list of numbers.
    expect(local.faults.seen("http:api.twilio.com") - before).toBe(8);
    expect(screen).toContain("not checked: Cannot read the account: Twilio answered 500");
    expect(Object.keys(policy().lines)).toEqual([home]);
  });
});

describe("who leaves", () => {
  test.each([
    ["Ctrl-C at a question", "\x03"],
    ["Ctrl-D at a question", "\x04"],
  ])("by %s leaves everything as it was", async (_how, key) => {
    writeFileSync(join(folder, ".env"), "MINE=1\n");
    await expect(interviewed([...signIn(), ["Twilio number", key]])).rejects.toThrow(Interrupted);
    expect([readdirSync(folder), env()]).toEqual([[".env"], "MINE=1\n"]);
  });

  test("by Ctrl-C while Twilio is asked is not kept waiting", async () => {
    local.faults.add({ on: "http:api.twilio.com", fault: { kind: "timeout" } });
    const [account] = signIn();
    const answers = [account, ["Auth token:", `${local.account.authToken}\r\x03`]];
    await expect(
      interviewed(answers.filter((each): each is [string, string] => each !== undefined)),
    ).rejects.toThrow(Interrupted);
    expect(readdirSync(folder)).toEqual([]);
  });
});

test("lines pasted at once answer one question each", async () => {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const talk = openTalk(input, output);
  input.write("one\ntwo\nthree\n");
  expect([await talk.ask("a> "), await talk.askHidden("b> "), await talk.ask("c> ")]).toEqual([
    "one",
    "two",
    "three",
  ]);
  talk.close();
});

test("the arrow keys do not bring back what was typed hidden", async () => {
  const { talk, screen } = terminal([
    ["b> ", "hidden\r"],
    ["c> ", "\x1b[A\r"],
  ]);
  expect(await talk.askHidden("b> ")).toBe("hidden");
  expect(await talk.ask("c> ")).toBe("");
  expect(screen()).not.toContain("hidden");
  talk.close();
});
