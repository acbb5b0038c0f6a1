import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { SMTPServer } from "smtp-server";
import { type LocalTwilio, startLocalTwilio } from "../../../local-twilio/local-twilio";
import { ConfigurationError } from "../../../src/config/problem";
import { newFolder, removeFolders, run } from "./setup-run";

const [home, desk, phone] = ["+12125550100", "+12125550101", "+12125550123"];
const CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Bo\r\nTEL:(212) 555-0142\r\nEND:VCARD\r\n";

let local: LocalTwilio;
let folder: string;
beforeAll(async () => {
  local = await startLocalTwilio();
  local.addNumber(home, { friendlyName: "Home" });
  local.addNumber(desk);
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

const file = (name: string) => join(folder, name);
const text = (name: string) => readFileSync(file(name), "utf8");
const modeOf = (name: string) => statSync(file(name)).mode & 0o777;
const problemsOf = (outcome: Awaited<ReturnType<typeof run>>) =>
  Object.fromEntries(outcome.problems.map(({ question, problem }) => [question, problem]));

const account = () => ({ AUTH_TOKEN: local.account.authToken });
const needed = () => ({ "account-sid": local.account.sid, line: home, phone });
const setUp = (flags = {}, more = {}) =>
  run(folder, { ...needed(), ...flags }, { variables: account(), ...more });

test("a first run writes what a build and a deploy need, and only the owner may read the secrets", async () => {
  writeFileSync(file("export.vcf"), CARD);
  const outcome = await setUp({ contacts: file("export.vcf"), email: "ann@example.com" });
  expect(outcome).toMatchObject({ problems: [], contacts: { contacts: 1, numbers: 1, skipped: [] } });
  expect(outcome.written).toEqual([".env", "assets/gatehouse.private.json", "assets/contacts.private.vcf"]);
  expect(outcome.notes).toEqual(['Auth token: the account "Local Twilio", Full']);
  expect(text(".env")).toContain(`\nAUTH_TOKEN=${local.account.authToken}\n`);
  expect(JSON.parse(text("assets/gatehouse.private.json"))).toEqual({
    $schema: "../gatehouse.schema.json",
    country: "US",
    timezone: "Europe/Berlin",
    owner: { email: "ann@example.com", phone },
    lines: { [home]: { ring: { to: phone } } },
  });
  expect(text("assets/contacts.private.vcf")).toBe(CARD);
  expect([modeOf(".env"), modeOf("assets/contacts.private.vcf")]).toEqual([0o600, 0o600]);
});

test("a second run changes no byte, asks Twilio nothing, and touches no file", async () => {
  await setUp();
  const look = () => [text(".env"), text("assets/gatehouse.private.json"), statSync(file(".env")).ino];
  const before = look();
  const requests = local.faults.seen("http:*");
  expect(await run(folder, {})).toMatchObject({ problems: [], changes: [], written: [] });
  expect(local.faults.seen("http:*")).toBe(requests);
  expect(await setUp()).toMatchObject({ changes: [], written: [] });
  expect(look()).toEqual(before);
});

test("what is answered anew changes, and nothing else does", async () => {
  await setUp({ contacts: undefined });
  writeFileSync(file(".env"), `# mine\nFOREIGN = 'kept'\n${text(".env")}\nLAST=1`);
  const [env, policy] = [text(".env"), text("assets/gatehouse.private.json")];
  const { changes, written, notes } = await run(folder, { email: "bo@example.com", line: desk });
  expect(changes.map(({ what }) => what)).toEqual(["owner.email", `lines["${desk}"].ring.to`]);
  expect(written).toEqual(["assets/gatehouse.private.json"]);
  expect(notes).toEqual([
    `the line ${home} stays: to give it up, take it out of assets/gatehouse.private.json`,
  ]);
  expect(text(".env")).toBe(env);
  expect(text("assets/gatehouse.private.json")).toBe(
    policy
      .replace(`"phone": "${phone}"`, `"phone": "${phone}", "email": "bo@example.com"`)
      .replace("} }\n  }", `} },\n    "${desk}": { "ring": { "to": "${phone}" } }\n  }`),
  );
});

test("who has a phone for the children now is told what else it needs, once", async () => {
  await setUp({ contacts: undefined });
  const { notes } = await run(folder, { home });
  expect(notes).toEqual([expect.stringMatching(/needs a PIN \(npm run pin\), an emergency address/)]);
  expect((await run(folder, { home })).notes).toEqual([]);
});

test("without a terminal every missing answer is listed with its flag and variable, and nothing is written", async () => {
  const outcome = await run(folder, { email: "nobody" });
  expect(outcome.problems.map(({ flag, variable }) => [flag, variable])).toEqual([
    ["--account-sid", "ACCOUNT_SID"],
    [undefined, "AUTH_TOKEN"],
    ["--line", "GATEHOUSE_LINE"],
    ["--phone", "GATEHOUSE_PHONE"],
    ["--email", "GATEHOUSE_EMAIL"],
  ]);
  expect(outcome.written).toEqual([]);
  expect(readdirSync(folder)).toEqual([]);
});

test("variables answer too, also by the names that other Twilio tools use; a flag counts more", async () => {
  const variables = {
    TWILIO_ACCOUNT_SID: local.account.sid,
    TWILIO_AUTH_TOKEN: local.account.authToken,
    GATEHOUSE_LINE: home,
    GATEHOUSE_PHONE: "+12125550124",
    MAIL_FROM: "phone@example.com",
  };
  expect((await run(folder, { phone }, { variables })).problems).toEqual([]);
  expect(text("assets/gatehouse.private.json")).toContain(`"to": "${phone}"`);
  expect(text(".env")).toContain("\nMAIL_FROM=phone@example.com\n");
});

test("a dry run tells the same changes and writes nothing", async () => {
  const dry = await setUp({}, { isDry: true });
  expect(readdirSync(folder)).toEqual([]);
  const wet = await setUp();
  expect(wet).toEqual({ ...dry, written: [".env", "assets/gatehouse.private.json"] });
});

test("a wrong token is refused, and not repeated", async () => {
  const token = "b".repeat(32);
  const outcome = await setUp({}, { variables: { AUTH_TOKEN: token } });
  expect(problemsOf(outcome)).toEqual({
    "auth-token": expect.stringContaining("Twilio does not know this account SID with this auth token"),
  });
  expect(JSON.stringify(outcome)).not.toContain(token);
  expect(readdirSync(folder)).toEqual([]);
});

test("a token that stands is checked again when the account is another", async () => {
  await setUp();
  const before = text(".env");
  const outcome = await run(folder, { "account-sid": `AC${"1".repeat(32)}` });
  expect(Object.keys(problemsOf(outcome))).toEqual(["auth-token"]);
  expect(text(".env")).toBe(before);
});

test("numbers that the account does not own, or answers itself, are refused", async () => {
  expect(problemsOf(await setUp({ line: "+12125550199", phone: desk }))).toEqual({
    line: expect.stringMatching(/has no number \+12125550199; it has:\n.*\+12125550101/),
    phone: expect.stringContaining(`${desk} is a number of this account`),
  });
  expect(problemsOf(await setUp({ phone: home })).phone).toContain(`${home} is a number of this account`);
  expect(problemsOf(await setUp({ line: "0100" })).line).toContain("has no number 0100");
});

test("the phone that rings already is checked against a new line", async () => {
  await setUp({ line: home, phone: "+12125550150" });
  local.addNumber("+12125550150");
  expect(Object.keys(problemsOf(await run(folder, { line: "+12125550150" })))).toEqual(["phone"]);
  local.account.numbers.delete("+12125550150");
});

test("an account of 120 numbers is listed whole", async () => {
  const more = Array.from(
    { length: 118 },
    (_, index) => `+1646555${String(100 + (index % 100)).padStart(4, "0")}`,
  );
  const numbers = more.map((number, index) => (index < 100 ? number : number.replace("+1646", "+1718")));
  for (const number of numbers) local.addNumber(number);
  expect((await setUp({ line: `${numbers[0]}, ${numbers[117]}` })).problems).toEqual([]);
  const lines = Object.keys(JSON.parse(text("assets/gatehouse.private.json")).lines);
  expect(lines).toEqual([numbers[0], numbers[117]]);
  expect(problemsOf(await setUp({ line: "+12125550199" })).line).toMatch(/and 110 more$/);
  for (const number of numbers) local.account.numbers.delete(number);
});

describe("when Twilio does not answer", () => {
  beforeEach(() => local.faults.add({ on: "http:api.twilio.com", fault: { kind: "status", status: 503 } }));

  test("nothing is taken unchecked", async () => {
    expect(problemsOf(await setUp())).toEqual({
      "auth-token": expect.stringMatching(
        /Cannot read the account: Twilio answered 503.*--offline takes it unchecked$/s,
      ),
    });
  });

  test("--offline takes it, and says so", async () => {
    const { problems, notes } = await setUp({}, { isOffline: true });
    expect(problems).toEqual([]);
    expect(notes).toEqual(["Auth token: not checked", "Twilio number that Gatehouse answers: not checked"]);
  });
});

test("trial and suspended accounts are told", async () => {
  Object.assign(local.account, { type: "Trial", status: "suspended" });
  const { notes } = await setUp();
  Object.assign(local.account, { type: "Full", status: "active" });
  expect(notes[0]).toMatch(
    /Trial: it rings only numbers that you have verified; it is suspended, and takes no calls/,
  );
});

describe("the mail server", () => {
  async function listening(server: { listen: SMTPServer["listen"] }): Promise<number> {
    return new Promise((resolve) => {
      const listener = server.listen(0, "127.0.0.1", () => {
        const address = listener.address();
        resolve(typeof address === "object" && address !== null ? address.port : 0);
      });
    });
  }

  async function tried(password: string) {
    const server = new SMTPServer({
      disabledCommands: ["STARTTLS"],
      allowInsecureAuth: true,
      onAuth: (auth, _session, done) =>
        auth.password === "right"
          ? done(null, { user: "phone" })
          : done(new Error("who is phone@example.com?")),
    });
    const port = await listening(server);
    const url = `smtp://phone%40example.com:${password}@127.0.0.1:${port}`;
    const outcome = await setUp({}, { variables: { ...account(), SMTP_URL: url } });
    await new Promise<void>((done) => void server.close(done));
    return { outcome, url };
  }

  test("that lets us in is written, with its user for a sender", async () => {
    const { outcome, url } = await tried("right");
    expect(outcome).toMatchObject({
      problems: [],
      notes: expect.arrayContaining(["Mail server: signed in"]),
    });
    expect(text(".env")).toContain(`\nSMTP_URL=${url}\n`);
    expect(text(".env")).toContain("\nMAIL_FROM=phone@example.com\n");
    expect(JSON.stringify(outcome)).not.toContain("right");
    await run(folder, {}, { variables: { SMTP_URL: "-" } });
    expect(text(".env")).toContain("\nSMTP_URL=\n");
  });

  // RFC 4954, 6: 535 is authentication credentials invalid
  test("that refuses the password is told by its code, and nothing is written", async () => {
    const { outcome } = await tried("wrong");
    expect(problemsOf(outcome)["smtp-url"]).toMatch(
      /^mail server: EAUTH 535: it refuses the user or the password/,
    );
    expect(JSON.stringify(outcome)).not.toMatch(/wrong|phone@|--offline/);
    expect(readdirSync(folder)).toEqual([]);
  });

  test("that is not there is not taken unchecked", async () => {
    const server = createServer();
    const port = await new Promise<number>((resolve) => {
      server.listen(0, "127.0.0.1", () => {
        const address = server.address();
        resolve(typeof address === "object" && address !== null ? address.port : 0);
      });
    });
    await new Promise<void>((done) => void server.close(() => done()));
    const variables = { ...account(), SMTP_URL: `smtp://127.0.0.1:${port}` };
    expect(problemsOf(await setUp({ "mail-from": "a@example.com" }, { variables }))).toEqual({
      "smtp-url": expect.stringMatching(/^mail server: E[A-Z]+.*--offline takes it unchecked$/),
    });
  });
});

describe("contacts", () => {
  test("with a broken card are imported, and the card is reported by its line", async () => {
    writeFileSync(file("export.vcf"), `${CARD}BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Cy\r\nTEL:12\r\n`);
    const { contacts, written } = await setUp({ contacts: file("export.vcf") });
    expect(contacts).toMatchObject({ contacts: 1, numbers: 1, skipped: [{ line: 6 }] });
    expect(written).toContain("assets/contacts.private.vcf");
  });

  test.each([
    ["a file that is not there", undefined, "there is no file"],
    ["a file that is no vCard", "name,number\nBo,1\n", "holds no card that can be read"],
  ])("%s are refused", async (_what, content, problem) => {
    if (content !== undefined) writeFileSync(file("export.vcf"), content);
    expect(problemsOf(await setUp({ contacts: file("export.vcf") })).contacts).toContain(problem);
    expect(existsSync(file("assets"))).toBe(false);
  });

  test("of a line that has its own are said not to be used", async () => {
    await setUp();
    const policy = text("assets/gatehouse.private.json").replace(
      '{ "ring"',
      '{ "contacts": "own.vcf", "ring"',
    );
    writeFileSync(file("assets/gatehouse.private.json"), policy);
    writeFileSync(file("export.vcf"), CARD);
    const { notes } = await run(folder, { contacts: file("export.vcf") });
    expect(notes).toEqual([expect.stringContaining(`the line ${home} has contacts of its own, own.vcf`)]);
  });
});

test("a policy that is not right is reported by line, and nothing is asked or touched", async () => {
  mkdirSync(file("assets"));
  const policy = '{\n  "lines": { "12": {} },\n  "contry": "US"\n}';
  writeFileSync(file("assets/gatehouse.private.json"), policy);
  await expect(setUp()).rejects.toThrow(ConfigurationError);
  await expect(setUp()).rejects.toThrow(
    /gatehouse\.private\.json:2 lines\["12"\].*gatehouse\.private\.json:3 contry/s,
  );
  expect([text("assets/gatehouse.private.json"), existsSync(file(".env"))]).toEqual([policy, false]);
});

test("a .env that others can read is closed to them although nothing in it changes; a link stays a link", async () => {
  await setUp();
  const before = text(".env");
  writeFileSync(file("elsewhere"), before);
  chmodSync(file("elsewhere"), 0o644);
  const linked = newFolder();
  mkdirSync(join(linked, "assets"));
  writeFileSync(join(linked, "assets/gatehouse.private.json"), text("assets/gatehouse.private.json"));
  symlinkSync(file("elsewhere"), join(linked, ".env"));
  const { changes } = await run(linked, {});
  expect(changes).toEqual([{ file: ".env", what: "permissions", from: "644", to: "600" }]);
  expect([modeOf("elsewhere"), text("elsewhere")]).toEqual([0o600, before]);
});

test("a policy that only its group may write stays so", async () => {
  await setUp();
  chmodSync(file("assets/gatehouse.private.json"), 0o660);
  await run(folder, { name: "Ann" });
  expect(modeOf("assets/gatehouse.private.json")).toBe(0o660);
});

test("when one file cannot be written, none is", async () => {
  symlinkSync(file("nowhere"), file("assets"));
  await expect(setUp()).rejects.toThrow("mkdir");
  expect(readdirSync(folder)).toEqual(["assets"]);
});
