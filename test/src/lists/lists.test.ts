/** Walks the registry: a list without samples here does not compile. */
import * as fc from "fast-check";
import { LIST_NAMES, type ListLocale, type ListName } from "../../../src/lists/list-definition";
import { LISTS } from "../../../src/lists/lists";
import { readEntry } from "../../../src/lists/read-entry";
import { SYNC_DOCUMENTS, SYNC_MAPS } from "../../../src/store/maps";
import { parseBlockEntry, parseForwardEntry, parsePatterns } from "../../../src/store/parse-list-entries";
import { parseE164 } from "../../../src/telephony/e164";

const OURS = parseE164("+12125550100", "US");
const locale: ListLocale = { country: "US", timezone: "America/New_York", ours: OURS ? [OURS] : [] };

type Samples = {
  /** What people write, and the value it means. */
  readonly good: readonly (readonly [text: string, value: unknown])[];
  readonly bad: readonly string[];
  /** What a hand edit in the Sync console may be that calls cannot read. */
  readonly malformed: readonly unknown[];
};

const NUMBER: Samples = {
  good: [
    ["+12125550142", "+12125550142"],
    ["(212) 555-0142", "+12125550142"],
    ["+44 20 7946 0123", "+442079460123"],
  ],
  bad: ["142", "555-0142", "nobody", "4.42079E+11", "+12125550100"],
  malformed: [12125550142, "142", ["+12125550142"], {}],
};
const NOTE: Samples = { good: [[" cold\r\ncalls ", "cold\ncalls"]], bad: [], malformed: [] };
const UNTIL: Samples = {
  good: [
    ["2026-02-28", "2026-02-28"],
    [" 2026-02-28T18:00 ", "2026-02-28T18:00"],
  ],
  bad: ["2026-02-30", "soon", "2/28/2026"],
  malformed: [20260228, "soon", {}],
};
const LINES: Samples = {
  good: [
    ["+12125550100", ["+12125550100"]],
    ["(212) 555-0100, 212-555-0101", ["+12125550100", "+12125550101"]],
    ["+12125550100; +12125550101", ["+12125550100", "+12125550101"]],
  ],
  bad: ["all", "+12125550100, 101", ","],
  malformed: [[], [1], {}, "all", ["+12125550100", ""], "+12125550100, +12125550101"],
};

const SAMPLES: { readonly [Name in ListName]: Readonly<Record<string, Samples>> } = {
  blocklist: { note: NOTE, until: UNTIL, lines: LINES },
  forwardlist: { to: NUMBER, note: NOTE, until: UNTIL, lines: LINES },
  allowlist: {
    person: { good: [["Kim", "Kim"]], bad: [], malformed: [] },
    direction: { good: [["Both", "both"]], bad: ["bot", "inn"], malformed: ["Both", 1] },
    overrideBedtime: {
      good: [
        ["yes", true],
        ["FALSE", false],
        ["1", true],
      ],
      bad: ["maybe"],
      malformed: ["yes", 1],
    },
    primaryContact: { good: [["yes", true]], bad: ["first"], malformed: ["yes", 1] },
    hours: {
      good: [
        [" mon-fri 15:00-19:00 ", "mon-fri 15:00-19:00"],
        ["mon-fri 15:00-19:00; sat,sun 9:00-20:00", "mon-fri 15:00-19:00; sat,sun 9:00-20:00"],
      ],
      bad: ["noon", "mon-fri", "mon-fri 15:00-25:00"],
      malformed: [5, {}, [], ["mon-fri 15:00-19:00", "noon"]],
    },
    ...{ note: NOTE, until: UNTIL, lines: LINES },
  },
  patterns: {
    list: { good: [["Blocklist", "blocklist"]], bad: ["graylist"], malformed: ["Blocklist", 5] },
    ...{ to: NUMBER, note: NOTE, until: UNTIL, lines: LINES },
  },
  graylist: {
    unanswered: { good: [["2", 2]], bad: ["-1", "x"], malformed: ["2", -1, 1.5] },
    failed: { good: [["0", 0]], bad: ["many"], malformed: [null, "0"].slice(1) },
    lastCall: { good: [], bad: [], malformed: [] },
  },
  lineforwards: {
    to: NUMBER,
    by: { good: [], bad: [], malformed: [] },
    at: { good: [], bad: [], malformed: [] },
  },
  calls: {},
  voicemails: {},
};

const columns = LIST_NAMES.flatMap((list) =>
  LISTS[list].columns.map((column) => ({ list, name: column.name, column })),
);
const isShown = (list: ListName) => LISTS[list].access === "read";

test("every list is a map or a document of our Sync Service", () => {
  for (const name of LIST_NAMES)
    expect(LISTS[name].store === "map" ? SYNC_MAPS : SYNC_DOCUMENTS).toContain(name);
});

test.each(columns.filter(({ list }) => !isShown(list)))(
  "$list has samples of $name, which are read and printed",
  ({ list, name, column }) => {
    const samples = SAMPLES[list][name];
    expect(samples).toBeDefined();
    for (const [text, value] of samples?.good ?? []) {
      expect(column.read(text, locale)).toEqual({ value });
      expect(column.isOfKind(value)).toBe(true);
      expect(column.read(column.print(value), locale)).toEqual({ value });
    }
    for (const text of samples?.bad ?? [])
      expect(column.read(text, locale)).toEqual({ allowed: expect.any(String) });
  },
);

/** Every other field well formed, so that only the one in question can be wrong. */
const wellFormed: Readonly<Record<string, unknown>> = {
  ...{ to: "+12125550142", person: "Kim", direction: "in", list: "forwardlist" },
};

test.each(columns)("$list names a malformed $name", ({ list, name }) => {
  for (const value of SAMPLES[list][name]?.malformed ?? [])
    expect(readEntry(LISTS[list], { ...wellFormed, [name]: value }, locale).problems).toEqual([
      { field: name, found: JSON.stringify(value), allowed: expect.any(String) },
    ]);
});

test("what spreadsheets make of a long number is called by its name", () => {
  expect(LISTS.forwardlist.columns[0]?.read("4.42079E+11", locale)).toEqual({
    allowed: expect.stringContaining("spreadsheet"),
  });
});

test("nobody is forwarded to a line of ours", () => {
  expect(LISTS.forwardlist.columns[0]?.read("212-555-0100", locale)).toEqual({
    allowed: expect.stringContaining("come back"),
  });
});

/** What people leave behind in the Sync console. */
const mess = fc.oneof(
  fc.constantFrom<unknown>(
    undefined,
    null,
    "",
    5,
    true,
    {},
    [],
    "soon",
    "2026-02-28",
    "2026-02-30",
    "+12125550142",
  ),
  fc.constantFrom<unknown>(
    "(212) 555-0142",
    ["+12125550142"],
    ["x"],
    [5],
    "blocklist",
    "forwardlist",
    "graylist",
  ),
  fc.string(),
);
const entry = fc.record({ list: mess, to: mess, note: mess, until: mess, lines: mess }, { requiredKeys: [] });

describe("what calls cannot read is named as malformed", () => {
  test("on the block list and the forward list", () => {
    fc.assert(
      fc.property(entry, (data) => {
        const wrong = (list: "blocklist" | "forwardlist") =>
          readEntry(LISTS[list], data, locale).problems.length > 0;
        if (parseBlockEntry(data, locale) === undefined) expect(wrong("blocklist")).toBe(true);
        if (parseForwardEntry(data, locale) === undefined) expect(wrong("forwardlist")).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test("among the patterns, keys included", () => {
    const key = fc.oneof(fc.constantFrom("+1900*", "+1 (900)*", "1900*", "+*", "+1900", "+0*"), fc.string());
    fc.assert(
      fc.property(key, fc.oneof(entry, mess), (pattern, data) => {
        const { malformed } = parsePatterns(Object.fromEntries([[pattern, data]]), locale);
        const isFound = LISTS.patterns.key.meaning(pattern) !== undefined;
        const isRead = readEntry(LISTS.patterns, data, locale).problems.length === 0;
        if (malformed.length > 0) expect(isFound && isRead).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });
});
