/** What is exported and imported again changes nothing, whatever the owner wrote into the Sync console. */
import * as fc from "fast-check";
import type { KeptEntry } from "../../../src/lists/entry-change";
import type { ListDefinition, ListLocale } from "../../../src/lists/list-definition";
import { LISTS } from "../../../src/lists/lists";
import { parseRows } from "../../../src/lists/parse-rows";
import { planChanges } from "../../../src/lists/plan-changes";
import { readCsv } from "../../../src/lists/read-csv";
import { renderCsv } from "../../../src/lists/render-csv";
import { type Desk, openDesk } from "./lists-desk";

jest.setTimeout(60_000);

const locale: ListLocale = { country: "US", timezone: "America/New_York", ours: [] };

/** Numbers from the range for fiction, as people write them. */
const number = fc.nat(99).map((index) => `+1212555${String(100 + index).padStart(4, "0")}`);
const spelled = fc
  .tuple(number, fc.constantFrom("+1 (212) 555-01", "(212) 555-01", "212.555.01", "+121255501"))
  .map(([digits, start]) => `${start}${digits.slice(-2)}`);
const text = fc.oneof(
  fc.string({ unit: "binary" }).map((any) => Buffer.from(any).toString()),
  fc.constantFrom(
    "=1+1",
    "'=1",
    "+1212",
    "-",
    "@x",
    "a,b;c\t",
    '"',
    "line\r\nline",
    " x ",
    "'tis",
    "0012",
    "null",
  ),
);
const nothing = fc.constantFrom(undefined, null, "", "  ");
const note = fc.oneof(text, nothing, fc.integer(), fc.boolean(), fc.constant({ a: [1] }));
const until = fc.oneof(nothing, fc.constantFrom("2026-02-28", "2026-02-28T18:00", " 2026-02-28T18:00:00.5Z"));
const lines = fc.oneof(nothing, spelled, fc.array(spelled, { minLength: 1, maxLength: 3 }));
const scope = { note, until, lines };
const stretch = fc.constantFrom("mon-fri 15:00-19:00", " all ", "sat,sun 9:00-20:00; wed 12:00-13:00");
const foreign = fc.dictionary(fc.constantFrom("color", "since"), fc.jsonValue());

const DATA = {
  blocklist: fc.record(scope, { requiredKeys: [] }),
  forwardlist: fc.record({ to: spelled, ...scope }, { requiredKeys: ["to"] }),
  allowlist: fc.record(
    {
      person: text.filter((name) => name.trim() !== ""),
      direction: fc.constantFrom("in", "out", "both"),
      overrideBedtime: fc.oneof(nothing, fc.boolean()),
      primaryContact: fc.oneof(nothing, fc.boolean()),
      hours: fc.oneof(nothing, stretch, fc.array(stretch, { minLength: 1, maxLength: 3 })),
      ...scope,
    },
    { requiredKeys: ["person"] },
  ),
  patterns: fc.oneof(
    fc.record({ list: fc.constant("blocklist"), to: nothing, ...scope }, { requiredKeys: ["list"] }),
    fc.record({ list: fc.constant("forwardlist"), to: spelled, ...scope }, { requiredKeys: ["list", "to"] }),
  ),
};
const NAMES = ["blocklist", "forwardlist", "allowlist", "patterns"] as const;
const pattern = fc
  .tuple(number, fc.integer({ min: 2, max: 12 }), fc.constantFrom("*", " *", "-*"))
  .map(([digits, length, end]) => `${digits.slice(0, length)}${end}`);

const entriesOf = (name: (typeof NAMES)[number]): fc.Arbitrary<KeptEntry[]> =>
  fc.uniqueArray(
    fc
      .tuple(name === "patterns" ? pattern : number, DATA[name], foreign)
      .map(([key, data, more]) => ({ key, data: { ...more, ...data }, revision: "0" })),
    { selector: ({ key }) => LISTS[name].key.meaning(key) ?? key, maxLength: 5 },
  );

const planOf = (definition: ListDefinition, csv: string | Buffer, kept: readonly KeptEntry[]) => {
  const source = { file: "x.csv", locale };
  const wanted = parseRows(definition, readCsv(Buffer.from(csv)), source);
  return planChanges(definition, { wanted, kept, isWhole: true }, source);
};

test.each(NAMES)(
  "importing an export of the %s changes nothing, removes nothing, and finds nothing bad",
  (name) => {
    fc.assert(
      fc.property(entriesOf(name), (kept) => {
        const { changes, problems, repetitions } = planOf(LISTS[name], renderCsv(LISTS[name], kept), kept);
        expect({ changes, problems }).toEqual({ changes: [], problems: [] });
        expect(repetitions).toHaveLength(kept.length);
      }),
      { numRuns: 80 },
    );
  },
);

test.each(NAMES)("importing an export of the %s into an empty one makes what exports the same", (name) => {
  fc.assert(
    fc.property(entriesOf(name), (kept) => {
      const csv = renderCsv(LISTS[name], kept);
      const { changes } = planOf(LISTS[name], csv, []);
      const made = changes.map(({ key, after }) => ({ key, data: after, revision: "0" }));
      expect(planOf(LISTS[name], csv, made).changes).toEqual([]);
      expect(planOf(LISTS[name], renderCsv(LISTS[name], made), kept).changes).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

/** What a spreadsheet does on the way: its own separator, line ends and quotes. */
test("nor does it when a spreadsheet has saved the file anew", () => {
  fc.assert(
    fc.property(entriesOf("blocklist"), (kept) => {
      const rows = readCsv(Buffer.from(renderCsv(LISTS.blocklist, kept))).rows;
      const saved = rows.map(({ cells }) =>
        [...cells, ""].map((cell) => `"${cell.replaceAll('"', '""')}"`).join(";"),
      );
      const { changes, problems } = planOf(LISTS.blocklist, `\ufeff${saved.join("\r\n")}\r\n;;;;\r\n`, kept);
      expect({ changes, problems }).toEqual({ changes: [], problems: [] });
    }),
    { numRuns: 50 },
  );
});

describe("through local Twilio, file and helper library", () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk();
  });
  afterEach(async () => {
    await desk.close();
    expect(desk.local.journal.complaints).toEqual([]);
  });

  test.each([
    ["blocklist", { note: '=1+1;"x"\n, \u00e4', lines: "(212) 555-0100", until: "2026-02-28", color: "red" }],
    ["forwardlist", { to: "(212) 555-0123", note: "'=1" }],
    ["allowlist", { person: "@kim", direction: "both" }],
  ])("the %s stays as it is", async (list, data) => {
    desk.put(list, "+12125550142", data);
    const before = desk.list(list);
    await desk.run("export", list, `${list}.csv`);
    const { out } = await desk.run("import", list, `${list}.csv`, "--yes", "--replace");
    expect(out).toContain("Nothing to change");
    expect(desk.list(list)).toEqual(before);
  });
});
