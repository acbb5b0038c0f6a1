import { type Desk, openDesk, START } from "./lists-desk";

jest.setTimeout(60_000);

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(async () => {
  await desk.close();
  expect(desk.local.journal.complaints).toEqual([]);
});

const number = (index: number) => `+1212555${String(100 + index).padStart(4, "0")}`;
/** Numbers of several area codes: one has only a hundred for fiction. */
const many = (count: number) =>
  Array.from(
    { length: count },
    (_, index) => `+1${201 + Math.floor(index / 100)}555${String(100 + (index % 100)).padStart(4, "0")}`,
  );
const writes = () => desk.local.journal.sync.filter(({ target }) => !target.startsWith("GET "));

describe("import LIST FILE.csv", () => {
  beforeEach(() => {
    desk.put("blocklist", number(1), { note: "same" });
    desk.put("blocklist", number(2), { note: "before", until: "2026-02-01" });
    desk.put("blocklist", number(3), { note: "not in the file" });
    desk.write(
      "block.csv",
      `note,number\nsame,${number(1)}\nafter,(212) 555-0102\nnew,212-555-0104\nnew,+1 (212) 555-0104\n`,
    );
  });

  test("shows what is new, changed and the same, line by line, and without --yes writes nothing", async () => {
    expect(await desk.run("import", "blocklist", "block.csv")).toEqual({
      code: 0,
      out: `new      line 4: ${number(4)}  note "new"
changed  line 3: ${number(2)}  note "before" → "after"
same     line 2: ${number(1)} is in blocklist already
same     line 5: ${number(4)} is on line 4 already
1 new, 1 changed, 1 the same, 0 bad
Nothing is written; --yes writes it`,
      err: "",
    });
    expect(writes()).toEqual([]);
  });

  test("with --yes writes it; a column that the file does not have stays", async () => {
    const { code, out } = await desk.run("import", "blocklist", "block.csv", "--yes");
    expect([code, out.split("\n").at(-1)]).toEqual([
      0,
      "Written to blocklist: 1 new, 1 changed, 1 the same, 0 bad",
    ]);
    expect(desk.list("blocklist")).toEqual({
      [number(1)]: { note: "same" },
      [number(2)]: { note: "after", until: "2026-02-01" },
      [number(3)]: { note: "not in the file" },
      [number(4)]: { note: "new" },
    });
    expect((await desk.run("import", "blocklist", "block.csv", "--yes")).out).toContain("Nothing to change");
  });

  test("with --replace also removes what the file does not have", async () => {
    const { code, out } = await desk.run("import", "blocklist", "block.csv", "--yes", "--replace");
    expect([code, out]).toEqual([0, expect.stringContaining(`removed  ${number(3)}\n`)]);
    expect(Object.keys(desk.list("blocklist"))).toEqual([number(1), number(2), number(4)]);
  });

  test("asks who sits at the terminal", async () => {
    desk.answer = () => false;
    expect((await desk.run("import", "blocklist", "block.csv")).out).toContain("Nothing is written");
    expect(desk.questions).toEqual(["Write this to blocklist?"]);
    expect(writes()).toEqual([]);
    desk.answer = () => true;
    expect((await desk.run("import", "blocklist", "block.csv")).out).toContain("Written to blocklist");
    expect(writes()).toHaveLength(2);
  });

  test("--json prints one document, and asks nobody", async () => {
    desk.answer = () => true;
    const document = {
      ...{ list: "blocklist", file: "block.csv", removed: [], bad: [] },
      new: [{ key: number(4), line: 4, fields: [{ name: "note", from: "", to: "new" }] }],
      changed: [{ key: number(2), line: 3, fields: [{ name: "note", from: "before", to: "after" }] }],
      same: [{ key: number(1), line: 2 }],
      repeated: [{ key: number(4), line: 5, firstLine: 4 }],
    };
    expect(await desk.json("import", "blocklist", "block.csv")).toEqual({
      code: 0,
      ...document,
      outcome: "preview",
    });
    expect(writes()).toEqual([]);
    expect(await desk.json("import", "blocklist", "block.csv", "--yes")).toEqual({
      code: 0,
      ...document,
      outcome: "written",
    });
  });

  test("an empty cell takes the field away, and what a list has no column for stays", async () => {
    desk.put("blocklist", number(2), { note: "before", until: "2026-02-01", color: "red" });
    desk.write("cleared.csv", `number,until,lines\n${number(2)},,`);
    await desk.run("import", "blocklist", "cleared.csv", "--yes");
    expect(desk.list("blocklist")[number(2)]).toEqual({ note: "before", color: "red" });
  });

  test.each([
    [
      "a byte order mark, semicolons and CRLF, as Excel writes them",
      `\ufeffNumber;Note\r\n212-555-0108;"a; b"\r\n;\r\n`,
    ],
    ["an apostrophe before what could be a formula", `number,note\n212-555-0108,"'=a; b"`],
  ])("reads %s", async (_name, content) => {
    desk.write("excel.csv", content);
    await desk.run("import", "blocklist", "excel.csv", "--yes");
    expect(desk.list("blocklist")[number(8)]).toEqual({ note: content.includes("=") ? "=a; b" : "a; b" });
  });
});

describe("a file with any bad line is not imported at all", () => {
  test("and every bad line is named: where, what was found, what is allowed", async () => {
    desk.put("forwardlist", number(7), { to: number(23), until: "whenever" });
    const file = desk.write(
      "forward.csv",
      `number,to,until
${number(1)},212-555-0123,2026-02-28
12,212-555-0123,
${number(2)},,
${number(3)},212-555-0123,2026-02-30
${number(1)},212-555-0124,2026-02-28
${number(4)},212-555-0123,,surplus
4.42079E+11,x,
${number(5)},"212-555-0123" x,
`,
    );
    const { code, out } = await desk.run("import", "forwardlist", file, "--yes");
    expect(code).toBe(1);
    expect(out.split("\n")).toEqual([
      expect.stringMatching(/^new {6}line 2/),
      expect.stringMatching(/^forward.csv:3 number: found "12"; allowed: a full telephone number/),
      expect.stringMatching(/^forward.csv:4 to: found nothing; allowed: a full telephone number/),
      expect.stringMatching(/^forward.csv:5 until: found "2026-02-30"; allowed: a day, such as/),
      `forward.csv:6 number: found ${number(1)}; allowed: each number once: line 2 has it already, with other values`,
      expect.stringMatching(/^forward.csv:7: found "surplus"; allowed: nothing beyond the columns/),
      expect.stringMatching(/^forward.csv:8 number: found "4.42079E\+11"; allowed: .* spreadsheet/),
      expect.stringMatching(/^forward.csv:8 to: found "x"; allowed: a full telephone number/),
      expect.stringMatching(/^forward.csv:9: text in quotes ends/),
      "1 new, 0 changed, 0 the same, 8 bad",
      "Nothing is written: put the bad lines right first",
    ]);
    expect(writes()).toEqual([]);
    const { code: again, bad, outcome } = await desk.json("import", "forwardlist", file, "--yes");
    expect([again, outcome, bad.length]).toEqual([1, "preview", 8]);
    expect(bad[0]).toEqual({ line: 3, path: "number", found: '"12"', allowed: expect.any(String) });
  });

  test.each([
    [
      "a column that the list does not have",
      "number,to,notes\n",
      'found "notes"; allowed: number, to, note, until, lines (did you mean "note"?)',
    ],
    ["a column that the list cannot be without", "number,note\n", "the column to, which is missing"],
    ["the key", "to,note\n", "the column number, which is missing"],
    ["a column twice", "number,to,to\n", "the column to once, not twice"],
    [
      "no header at all",
      "",
      "found an empty file; allowed: a first line with the columns number, to, note, until, lines",
    ],
    ["nothing but numbers", `${number(1)}\n`, `found "${number(1)}"`],
  ])("nor one whose header has %s wrong", async (_name, content, problem) => {
    desk.write("header.csv", content);
    const { code, out } = await desk.run("import", "forwardlist", "header.csv", "--yes");
    expect([code, out]).toEqual([1, expect.stringContaining(problem)]);
    expect(writes()).toEqual([]);
  });

  test("nor one that would leave a hand edit malformed", async () => {
    desk.put("forwardlist", number(7), { to: number(23), until: "whenever" });
    desk.write("note.csv", `number,to,note\n${number(7)},${number(23)},x\n`);
    const { code, out } = await desk.run("import", "forwardlist", "note.csv", "--yes");
    expect([code, out]).toEqual([1, expect.stringContaining('note.csv:2 until: found "whenever"')]);
  });

  /** 16 KiB an item and a document: https://www.twilio.com/docs/sync/limits */
  test("nor one with more in a line, or in all patterns, than Sync holds", async () => {
    desk.write("long.csv", `number,note\n${number(1)},${"x".repeat(16 * 1024)}\n`);
    expect((await desk.run("import", "blocklist", "long.csv", "--yes")).out).toContain(
      "found 16395 bytes; allowed: at most 16384",
    );
    const rows = many(300).map((pattern) => `${pattern}*,blocklist,${"x".repeat(30)}`);
    desk.write("patterns.csv", `pattern,list,note\n${rows.join("\n")}\n`);
    expect((await desk.run("import", "patterns", "patterns.csv", "--yes")).out).toMatch(
      /allowed: at most 16384 in all/,
    );
    expect(writes()).toEqual([]);
  });
});

test("writing keeps to 20 entries a second, and tells how far it is", async () => {
  desk.write("many.csv", `number\n${many(301).join("\n")}\n`);
  const { code, out, err } = await desk.run("import", "blocklist", "many.csv", "--yes");
  expect([code, err]).toEqual([0, "100 of 301 written\n200 of 301 written\n300 of 301 written"]);
  expect(out).toContain("… and 281 more that are new");
  expect(desk.local.clock.now() - START).toBe(300 * 50); // https://www.twilio.com/docs/sync/limits
  expect(Object.keys(desk.list("blocklist"))).toHaveLength(301);
});

test("patterns are read as they are written, and written at once", async () => {
  desk.put("patterns", "+1 900*", { list: "blocklist" });
  desk.write(
    "patterns.csv",
    `pattern,list,to,note\n+1900*,blocklist,,dear\n+1 (212) 555*,Forwardlist,212-555-0123,\n+1976*,blocklist,212-555-0123,\n1900*,blocklist,,\n`,
  );
  const { out } = await desk.run("import", "patterns", "patterns.csv", "--yes");
  expect(out).toContain(
    `patterns.csv:4 to: found ${number(23)}; allowed: nothing, for who is blocked is not forwarded`,
  );
  expect(out).toContain(
    'patterns.csv:5 pattern: found "1900*"; allowed: the beginning of numbers with + and country code',
  );
  desk.write(
    "patterns.csv",
    `pattern,list,to,note\n+1900*,blocklist,,dear\n+1 (212) 555*,Forwardlist,212-555-0123,\n`,
  );
  expect((await desk.run("import", "patterns", "patterns.csv", "--yes")).code).toBe(0);
  expect(desk.list("patterns")).toEqual({
    "+1 900*": { list: "blocklist", note: "dear" },
    "+1212555*": { list: "forwardlist", to: number(23) },
  });
  expect(writes().map(({ target }) => target)).toEqual(["POST patterns"]);
});

test("of two patterns that mean the same, the one that is written plainly is changed", async () => {
  desk.put("patterns", "+1 900*", { list: "blocklist", note: "a" });
  desk.put("patterns", "+1900*", { list: "blocklist", note: "b" });
  desk.write("patterns.csv", "pattern,list,note\n+1 900*,blocklist,c\n");
  await desk.run("import", "patterns", "patterns.csv", "--yes");
  expect(desk.list("patterns")).toMatchObject({ "+1 900*": { note: "a" }, "+1900*": { note: "c" } });
});
