import { mkdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { createMapItem } from "../../../src/account/sync-items";
import { LIST_NAMES } from "../../../src/lists/list-definition";
import { LISTS_COMMANDS } from "../../../src/lists/run-lists";
import { type Desk, openDesk } from "./lists-desk";

jest.setTimeout(60_000);

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(async () => {
  await desk.close();
  expect(desk.local.journal.complaints).toEqual([]);
});

const [A, B, C] = ["+12125550101", "+12125550102", "+12125550103"] as const;

describe("add", () => {
  test.each([
    [
      "blocklist",
      [
        "(212) 555-0101",
        "--note",
        "cold calls",
        "--until",
        "2026-02-28",
        "--lines",
        "212-555-0100,+12125550110",
      ],
      {
        note: "cold calls",
        until: "2026-02-28",
        lines: ["+12125550100", "+12125550110"],
      },
    ],
    ["forwardlist", ["12125550101", "--to", "tel:+1-212-555-0123"], { to: "+12125550123" }],
    [
      "allowlist",
      [A, "--person", "Kim", "--direction", "both", "--override-bedtime"],
      {
        ...{ person: "Kim", direction: "both", overrideBedtime: true, primaryContact: false },
      },
    ],
    [
      "allowlist",
      [A, "--person", "Kim", "--direction", "in"],
      { person: "Kim", direction: "in", overrideBedtime: false, primaryContact: false },
    ],
  ])("puts a number on the %s", async (list, args, data) => {
    expect((await desk.run("add", list, ...args)).code).toBe(0);
    expect(desk.list(list)).toEqual({ [A]: data });
  });

  test("puts a pattern among the patterns", async () => {
    await desk.run("add", "patterns", "+1 (900) *", "--list", "blocklist");
    expect(desk.list("patterns")).toEqual({ "+1900*": { list: "blocklist" } });
  });

  test("of a number that is there changes nothing without --yes, and says what would change", async () => {
    desk.put("blocklist", A, { note: "before", until: "2026-02-28", color: "red" });
    const { code, out } = await desk.run("add", "blocklist", A, "--note", "after");
    expect([code, out]).toEqual([
      1,
      `changed  ${A}  note "before" → "after"\n${A} is in blocklist already. Nothing is written; --yes changes it`,
    ]);
    expect(desk.list("blocklist")[A]?.note).toBe("before");
    expect((await desk.run("add", "blocklist", A, "--note", "before")).out).toBe(
      `${A} is in blocklist already, and says the same`,
    );
  });

  test("with --yes changes what is said, with an empty option takes away, with --replace leaves nothing else", async () => {
    desk.put("blocklist", A, { note: "before", until: "2026-02-28", color: "red" });
    await desk.run("add", "blocklist", A, "--note", "after", "--yes");
    expect(desk.list("blocklist")[A]).toEqual({ note: "after", until: "2026-02-28", color: "red" });
    await desk.run("add", "blocklist", A, "--until", "", "--yes");
    expect(desk.list("blocklist")[A]).toEqual({ note: "after", color: "red" });
    await desk.run("add", "blocklist", A, "--until", "2026-03-01", "--replace");
    expect(desk.list("blocklist")[A]).toEqual({ until: "2026-03-01", color: "red" });
  });

  test("asks who sits at the terminal", async () => {
    desk.put("blocklist", A, { note: "before" });
    desk.answer = () => true;
    expect((await desk.run("add", "blocklist", A, "--note", "after")).code).toBe(0);
    expect(desk.questions).toEqual(["Change it?"]);
  });

  test("--json prints one document", async () => {
    expect(await desk.json("add", "blocklist", A, "--note", "x")).toEqual({
      ...{ code: 0, list: "blocklist", key: A, kind: "new", outcome: "written" },
      fields: [{ name: "note", from: "", to: "x" }],
    });
    expect(await desk.json("add", "blocklist", A, "--note", "x")).toMatchObject({
      code: 0,
      kind: "same",
      outcome: "unchanged",
    });
    expect(await desk.json("add", "blocklist", A, "--note", "y")).toMatchObject({
      code: 1,
      kind: "changed",
      outcome: "preview",
    });
  });

  test.each([
    ["no list", [], "Which list? One of blocklist, forwardlist, allowlist, patterns"],
    ["an unknown list", ["blacklist", A], 'There is no list blacklist (did you mean "blocklist"?)'],
    [
      "a list that is not edited",
      ["graylist", A],
      "graylist is not edited by hand; lists that are: blocklist",
    ],
    ["no number", ["blocklist"], "Give one number"],
    ["a number with spaces and no quotes", ["blocklist", "(212)", "555-0101"], 'in quotes: "(212) 555-0142"'],
    [
      "no number at all",
      ["blocklist", "nobody"],
      'add number: found "nobody"; allowed: a full telephone number',
    ],
    [
      "a foreign option",
      ["blocklist", A, "--to", B],
      "blocklist has no --to; it has --note, --until, --lines",
    ],
    [
      "an option that is wrong",
      ["blocklist", A, "--until", "soon"],
      'add --until: found "soon"; allowed: a day',
    ],
    [
      "an option that is missing",
      ["forwardlist", A],
      "add --to: found nothing; allowed: a full telephone number",
    ],
    [
      "a word that is none of a few",
      ["allowlist", A, "--person", "x", "--direction", "bot"],
      'in, out or both (did you mean "both"?)',
    ],
    ["an option of no list", ["blocklist", A, "--colour", "red"], "--colour"],
  ])("with %s says what is allowed, and ends with 2", async (_name, args, message) => {
    expect(await desk.run("add", ...args)).toEqual({
      code: 2,
      out: "",
      err: expect.stringContaining(message),
    });
    expect(desk.local.journal.sync.filter(({ target }) => target.startsWith("POST"))).toEqual([]);
  });
});

describe("remove", () => {
  test("takes numbers off, however they are written; those that are not there are named", async () => {
    for (const key of [A, B, C])
      desk.put("graylist", key, { unanswered: 3, failed: 0, lastCall: "", seen: [] });
    const { code, out } = await desk.run("remove", "graylist", "212-555-0101", "(212) 555-0109", B);
    expect([code, out]).toEqual([1, `(212) 555-0109 is not in graylist\nRemoved from graylist: ${A}, ${B}`]);
    expect(Object.keys(desk.list("graylist"))).toEqual([C]);
    expect(await desk.json("remove", "graylist", C)).toEqual({
      ...{ code: 0, list: "graylist", removed: [C], missing: [], outcome: "written" },
    });
  });

  test.each(["212-555-0101", "a b", "#5", "50%", `${A}#x`, "é"])(
    "takes off a key that somebody mistyped as %j, and no other",
    async (key) => {
      desk.put("blocklist", key, {});
      desk.put("blocklist", A, {});
      expect((await desk.run("remove", "blocklist", key)).code).toBe(0);
      expect(Object.keys(desk.list("blocklist"))).toEqual([A]);
    },
  );

  test.each(["a/b", "a?b", "..", "."])("refuses the key %j, which no request can name", async (key) => {
    desk.put("blocklist", key, {});
    desk.put("blocklist", A, {});
    const { code, err } = await desk.run("remove", "blocklist", A, key);
    expect([code, err]).toEqual([
      2,
      expect.stringContaining("remove this one from blocklist in the Sync console"),
    ]);
    expect(Object.keys(desk.list("blocklist"))).toHaveLength(2);
    desk.write("none.csv", "number\n");
    expect((await desk.run("import", "blocklist", "none.csv", "--replace", "--yes")).code).toBe(1);
    expect(Object.keys(desk.list("blocklist"))).toHaveLength(2);
  });

  test("takes a pattern out of the document, and leaves the others", async () => {
    desk.put("patterns", "+1900*", { list: "blocklist" });
    desk.put("patterns", "1976", "blocklist" as never);
    await desk.run("remove", "patterns", "+1 900 *");
    expect(desk.list("patterns")).toEqual({ "1976": "blocklist" });
    await desk.run("remove", "patterns", "1976");
    expect(desk.list("patterns")).toEqual({});
  });

  test.each([
    ["calls", "calls is not edited by hand"],
    ["blocklist", "Which number?"],
  ])("of nothing, or from %s, ends with 2", async (list, message) => {
    expect(await desk.run("remove", list)).toEqual({
      code: 2,
      out: "",
      err: expect.stringContaining(message),
    });
  });
});

describe("show", () => {
  test("prints a table, marks what is over, and names what is malformed with its fix", async () => {
    desk.put("blocklist", A, { note: "cold\u001b[31m calls", until: "2026-01-05" });
    desk.put("blocklist", B, { until: "2026-01-04" });
    desk.put("blocklist", C, { until: "soon" });
    desk.put("blocklist", "(212) 555-0104", {});
    const { code, out } = await desk.run("show", "blocklist");
    expect([code, out]).toEqual([
      0,
      `number          note             until
(212) 555-0104
${A}    cold [31m calls  2026-01-05
${B}                     2026-01-04 (over)
${C}                     soon
! (212) 555-0104: found "(212) 555-0104"; allowed: +12125550104; fix: npm run lists -- add blocklist +12125550104 …, then npm run lists -- remove blocklist "(212) 555-0104"
! ${C} until: found "soon"; allowed: a day, such as 2026-02-28, or a time, such as 2026-02-28T18:00; fix: npm run lists -- add blocklist ${C} --until … --yes
4 entries in blocklist, 2 malformed`,
    ]);
  });

  test("says when entries expire, and --json gives the data as it is", async () => {
    const place = { serviceSid: desk.serviceSid, map: "graylist" };
    const data = { unanswered: 3, failed: 0, lastCall: "2026-01-05T14:00:00Z", seen: ["x"] };
    await createMapItem(desk.account, place, { key: A, data, ttlSeconds: 86_400 });
    desk.put("graylist", B, { unanswered: -1 });
    expect((await desk.run("show", "graylist")).out).toMatch(/expires\n.*2026-01-06T15:00:00Z/);
    expect(await desk.json("show", "graylist")).toEqual({
      ...{ code: 0, list: "graylist" },
      entries: [
        { key: A, data, expires: "2026-01-06T15:00:00Z", problems: [] },
        {
          key: B,
          data: { unanswered: -1 },
          problems: [expect.objectContaining({ field: "unanswered", found: "-1" })],
        },
      ],
    });
  });

  test("shows calls by their time, the newest first", async () => {
    desk.put("calls", `CA${"1".repeat(32)}`, { at: "2026-01-04T10:00:00Z", from: A, trace: ["one", "two"] });
    desk.put("calls", `CA${"2".repeat(32)}`, { at: "2026-01-05T10:00:00Z", from: B });
    const { out } = await desk.run("show", "calls");
    expect(out.split("\n").slice(1, 3)).toEqual([
      expect.stringMatching(/^CA2+ {2}2026-01-05T10:00:00Z/),
      expect.stringMatching(/^CA1+ {2}2026-01-04T10:00:00Z {2}\+12125550101 {2}one; two$/),
    ]);
  });

  test.each(LIST_NAMES)("shows an empty %s", async (list) => {
    expect(await desk.run("show", list)).toEqual({ code: 0, out: `0 entries in ${list}`, err: "" });
  });
});

describe("export", () => {
  test("writes CSV to stdout, or to a file that only the owner may read and that was not there", async () => {
    desk.put("forwardlist", A, { to: B, note: '=HYPERLINK("x"), \n"quoted"', lines: [B, C], color: "red" });
    const csv = `number,to,note,until,lines\n${A},${B},"'=HYPERLINK(""x""), \n""quoted""",,"${B}, ${C}"`;
    expect(await desk.run("export", "forwardlist")).toEqual({
      ...{ code: 0, out: csv },
      err: "Not in the file, for the list has no such column: color; import leaves them as they are",
    });
    expect((await desk.run("export", "forwardlist", "f.csv")).out).toBe("f.csv: 1 entries of forwardlist");
    const file = join(desk.folder, "f.csv");
    expect([readFileSync(file, "utf8"), statSync(file).mode & 0o777]).toEqual([`${csv}\n`, 0o600]);
    expect(await desk.run("export", "forwardlist", "f.csv")).toMatchObject({
      code: 2,
      err: expect.stringMatching(/f.csv exists already: choose another name$/),
    });
    expect((await desk.json("export", "forwardlist")).rows).toEqual([
      expect.objectContaining({ number: A, to: B, until: "" }),
    ]);
  });

  test("defuses what callers say", async () => {
    desk.put("voicemails", `RE${"1".repeat(32)}`, {
      callSid: "x",
      at: "2026-01-05T10:00:00Z",
      transcript: "@SUM(1)\u0007",
      callerName: "-1",
    });
    const { out } = await desk.run("export", "voicemails");
    expect(out.split("\n")[1]).toBe(`RE${"1".repeat(32)},2026-01-05T10:00:00Z,,,'-1,,,"'@SUM(1) ",,,,x`);
  });
});

describe("what is meant", () => {
  const policy = (country: string) =>
    JSON.stringify({
      country,
      timezone: "Europe/London",
      lines: { "+442079460100": { ring: { to: "+442079460123" } } },
    });

  test("is read by the country of the owner's policy, which also knows our own lines", async () => {
    mkdirSync(join(desk.folder, "assets"));
    desk.write("assets/gatehouse.private.json", policy("GB"));
    await desk.run("add", "forwardlist", "020 7946 0142", "--to", "020 7946 0143");
    expect(desk.list("forwardlist")).toEqual({ "+442079460142": { to: "+442079460143" } });
    const { err } = await desk.run("add", "forwardlist", "020 7946 0144", "--to", "020 7946 0100");
    expect(err).toContain("this is one of our own lines, and the call would come back");
  });

  test("while that has mistakes, is read by the policy of the last build; without one, the mistakes are told", async () => {
    for (const folder of ["assets", "dist", "dist/assets"]) mkdirSync(join(desk.folder, folder));
    desk.write("assets/gatehouse.private.json", policy("Britain"));
    expect(await desk.run("show", "blocklist")).toMatchObject({
      code: 2,
      err: expect.stringContaining("country: found"),
    });
    desk.write("dist/assets/gatehouse.private.json", policy("GB"));
    await desk.run("add", "blocklist", "020 7946 0142");
    expect(Object.keys(desk.list("blocklist"))).toEqual(["+442079460142"]);
  });
});

describe("every command", () => {
  test.each(Object.entries(LISTS_COMMANDS))(
    "%s explains itself, without an account",
    async (name, { usage }) => {
      desk.variables = {};
      const { code, out } = await desk.run(name, "--help");
      expect([code, out]).toEqual([0, expect.stringContaining(`npm run lists -- ${usage}`)]);
      expect((await desk.run("--help")).out).toContain(usage);
    },
  );

  test("without an account's variables names them", async () => {
    desk.variables = {};
    const { code, err } = await desk.run("show", "blocklist");
    expect([code, err]).toEqual([2, expect.stringContaining("ACCOUNT_SID and AUTH_TOKEN not set")]);
  });

  test("finds the Service by its name when SYNC_SERVICE_SID is not set, unless there are two", async () => {
    const { SYNC_SERVICE_SID: _sid, ...rest } = desk.variables;
    desk.variables = rest;
    expect((await desk.run("show", "blocklist")).code).toBe(0);
    desk.local.sync.createService("gatehouse");
    expect(await desk.run("show", "blocklist")).toMatchObject({
      code: 2,
      err: expect.stringContaining("Set SYNC_SERVICE_SID"),
    });
  });

  test("before anything is deployed says what makes the lists", async () => {
    desk.variables = { ...desk.variables, SYNC_SERVICE_SID: "" };
    await desk.account.client.sync.v1.services(desk.serviceSid).remove();
    expect(await desk.run("show", "allowlist")).toMatchObject({
      code: 2,
      err: expect.stringContaining("no Sync Service gatehouse: npm run deploy makes it"),
    });
  });

  test("says what is out of reach, missing or unknown", async () => {
    expect((await desk.run("shwo", "blocklist")).err).toContain(
      'There is no command shwo (did you mean "show"?)',
    );
    expect(await desk.run()).toMatchObject({
      code: 2,
      out: expect.stringContaining("npm run lists -- COMMAND"),
    });
    desk.variables = { ...desk.variables, SYNC_SERVICE_SID: `IS${"0".repeat(32)}` };
    expect((await desk.run("show", "blocklist")).err).toContain("npm run deploy makes what is missing");
    desk.variables = { ...desk.variables, AUTH_TOKEN: "0".repeat(32) };
    expect((await desk.run("show", "blocklist")).err).toContain("Twilio does not know these credentials");
    desk.local.faults.add({ on: "sync:*", fault: { kind: "reset" } });
    expect(await desk.run("show", "blocklist")).toMatchObject({
      code: 2,
      err: expect.stringContaining("no answer from Twilio"),
    });
  });
});
