import fc from "fast-check";
import { parseBlockEntry, parseForwardEntry, parsePatterns } from "../../../src/store/parse-list-entries";
import { parseUntil } from "../../../src/store/parse-until";
import { readLists } from "../../../src/store/read-lists";
import { FRIEND, LINE, STRANGER } from "../policy/samples";
import { FakeSync } from "./fake-sync";

const locale = { country: "US", timezone: "America/New_York" };
const caller = { kind: "number", number: STRANGER } as const;
const ALL = ["forwardlist", "patterns", "blocklist", "graylist"] as const;
const never = () => new Promise<void>(() => undefined);
const patience = { random: () => 0, sleep: (ms: number) => (ms > 0 ? never() : Promise.resolve()) };

describe("parseUntil()", () => {
  // Offsets of New York: UTC-5, and UTC-4 from 8 March to 1 November 2026 (IANA tz database, America/New_York).
  test.each([
    ["2026-01-04", "2026-01-05T05:00:00Z"],
    ["2026-07-04", "2026-07-05T04:00:00Z"],
    ["2026-03-07", "2026-03-08T05:00:00Z"],
    ["2026-03-08", "2026-03-09T04:00:00Z"],
    ["2026-12-31", "2027-01-01T05:00:00Z"],
    ["2026-01-04T09:30", "2026-01-04T14:30:00Z"],
    ["2026-03-08T03:30", "2026-03-08T07:30:00Z"],
    ["2026-01-04 09:30:15", "2026-01-04T14:30:15Z"],
    ["2026-01-04T09:30:00Z", "2026-01-04T09:30:00Z"],
    ["2026-01-04T09:30:00+01:00", "2026-01-04T08:30:00Z"],
  ])("%s is over at %s", (text, instant) => {
    expect(parseUntil(text, locale.timezone)).toBe(Date.parse(instant));
  });
  test.each(["tomorrow", "", "2026", "01/04/2026", "2026-13-01", "2026-02-30", "2026-01-04T25:00"])(
    "%j is no date",
    (text) => {
      expect(parseUntil(text, locale.timezone)).toBeUndefined();
    },
  );
});

describe("entries that the owner writes by hand", () => {
  test.each<[string, Record<string, unknown>, object | undefined]>([
    ["an empty entry blocks always, everywhere", {}, {}],
    ["a note is the owner's own", { note: 5 }, {}],
    ["one line is as good as a list of one", { lines: LINE }, { lines: [LINE] }],
    ["lines may be written as people write numbers", { lines: ["(212) 555-0100"] }, { lines: [LINE] }],
    ["a line that is none makes the entry senseless, not universal", { lines: ["home"] }, undefined],
    ["so does an end that is no date", { until: "soon" }, undefined],
    ["so does a number for an end", { until: 5 }, undefined],
    ["what is emptied is left out", { until: "", lines: null }, {}],
    ["what is blanked out is left out", { until: " ", lines: "\t" }, {}],
  ])("block list: %s", (_name, data, entry) => {
    expect(parseBlockEntry(data, locale)).toEqual(entry);
  });
  test.each<[string, Record<string, unknown>, object | undefined]>([
    ["a target", { to: FRIEND }, { to: FRIEND }],
    // An earlier screening system: "target may be 111-222-3333".
    ["a target written with dashes", { to: "212-555-0150" }, { to: FRIEND }],
    ["no target", {}, undefined],
    ["a target that is no number", { to: "mother" }, undefined],
    ["a target that is no text", { to: 5 }, undefined],
  ])("forward list: %s", (_name, data, entry) => {
    expect(parseForwardEntry(data, locale)).toEqual(entry);
  });
  test("patterns: what makes sense is kept, what does not is named", () => {
    const data = {
      "+1900*": { list: "blocklist" },
      "+1 (212) 555*": { list: "forwardlist", to: FRIEND, lines: [LINE] },
      "+1900": { list: "blocklist" },
      "1900*": { list: "blocklist" },
      "*": { list: "blocklist" },
      "+44*": { list: "allowlist" },
      "+33*": { list: "forwardlist" },
      "+49*": "blocklist",
    };
    expect(parsePatterns(data, locale)).toEqual({
      entries: [
        { prefix: "+1900", list: "blocklist" },
        { prefix: "+1212555", list: "forwardlist", to: FRIEND, lines: [LINE] },
      ],
      malformed: ["+1900", "1900*", "*", "+44*", "+33*", "+49*"],
    });
  });
  test("nothing that JSON can hold makes any of them throw", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.jsonValue(), (data, value) => {
        const odd = { ...data, until: value, lines: value, to: value, "+1*": value };
        parseBlockEntry(odd, locale);
        parseForwardEntry(odd, locale);
        parsePatterns(odd, locale);
      }),
    );
  });
});

describe("readLists()", () => {
  test("reads all in one batch: no request waits for another", async () => {
    let release: () => void = () => undefined;
    const gate = new Promise<undefined>((resolve) => {
      release = () => resolve(undefined);
    });
    const sync = new FakeSync(() => gate);
    const reading = readLists({ ...patience, sync: () => sync }, ALL, { caller, locale });
    await new Promise(setImmediate);
    expect(sync.requests.sort()).toEqual([
      "GET blocklist",
      "GET forwardlist",
      "GET graylist",
      "GET patterns",
    ]);
    release();
    expect((await reading).read).toEqual(ALL);
  });
  test("about callers without a number there is nothing to read", async () => {
    const sync = new FakeSync();
    for (const kind of ["withheld" as const])
      expect(
        await readLists({ ...patience, sync: () => sync }, ALL, { caller: { kind }, locale }),
      ).toMatchObject({ read: ALL, facts: {} });
    expect(sync.requests).toEqual([]);
  });
  test("what holds for the home whoever calls is read about callers without a number too", async () => {
    const sync = new FakeSync();
    const pausedUntil = "2026-01-05T18:00:00Z";
    sync.put("home", "state", { pausedUntil });
    const reading = await readLists({ ...patience, sync: () => sync }, ["allowlist", "home"], {
      caller: { kind: "withheld" },
      locale,
    });
    expect([sync.requests, reading.facts]).toEqual([
      ["GET home"],
      { home: { pausedUntil: Date.parse(pausedUntil) } },
    ]);
  });
  test("reads the allow list and the home's state in the same batch", async () => {
    const sync = new FakeSync();
    sync.put("allowlist", STRANGER, { person: "Gran", direction: "in" });
    const { facts } = await readLists({ ...patience, sync: () => sync }, ["allowlist", "home"], {
      caller,
      locale,
    });
    expect(sync.requests.sort()).toEqual(["GET allowlist", "GET home"]);
    expect(facts).toMatchObject({ allowlist: { person: "Gran", direction: "in" } });
  });
  test("reads a remembered score where scores count, and asks Sync nothing where they do not", async () => {
    const sync = new FakeSync();
    const now = Date.parse("2026-01-05T15:00:00Z");
    sync.put("reputation", STRANGER, { score: 700, provider: "telesign", at: "2026-01-05T14:00:00Z" });
    const read = (sought?: { provider: "telesign"; cacheHours: number; now: number }) =>
      readLists({ ...patience, sync: () => sync }, ["reputation"], { caller, locale, sought });
    expect((await read()).read).toEqual(["reputation"]);
    expect(sync.requests).toEqual([]);
    const { facts } = await read({ provider: "telesign", cacheHours: 24, now });
    expect([sync.requests, facts]).toMatchObject([["GET reputation"], { reputation: { score: 700 } }]);
  });
  test("names what could not be read; the others are read all the same", async () => {
    const sync = new FakeSync((request) => (request === "GET blocklist" ? "unavailable" : undefined));
    sync.put("forwardlist", STRANGER, { to: FRIEND });
    const { read, unreadable, facts } = await readLists({ ...patience, sync: () => sync }, ALL, {
      caller,
      locale,
    });
    expect([read, unreadable]).toEqual([["forwardlist", "patterns", "graylist"], ["blocklist"]]);
    expect(facts).toEqual({ forwardlist: { to: FRIEND } });
  });
  test("a Service that is not configured is a Service that cannot be read", async () => {
    const sync = () => {
      throw new Error("SYNC_SERVICE_SID is not set");
    };
    expect((await readLists({ ...patience, sync }, ALL, { caller, locale })).unreadable).toEqual(ALL);
  });
  test("asks again when Sync asks for patience with 429", async () => {
    const troubles = ["throttled", "throttled"] as const;
    let asked = 0;
    const sync = new FakeSync((request) => (request === "GET graylist" ? troubles[asked++] : undefined));
    expect((await readLists({ ...patience, sync: () => sync }, ALL, { caller, locale })).unreadable).toEqual(
      [],
    );
  });
  test("what takes longer than its share of the four seconds is unreadable", async () => {
    const sync = new FakeSync(() => new Promise(() => undefined));
    const started = performance.now();
    const { unreadable } = await readLists({ random: () => 0, sync: () => sync }, ALL, { caller, locale });
    expect(unreadable).toEqual(ALL);
    expect(performance.now() - started).toBeLessThan(2000);
  });
  test("names the lists with entries that make no sense", async () => {
    const sync = new FakeSync();
    sync.put("blocklist", STRANGER, { until: "soon" });
    sync.put("documents", "patterns", { "+1*": {} });
    const { malformed, facts } = await readLists({ ...patience, sync: () => sync }, ALL, { caller, locale });
    expect([malformed, facts]).toEqual([["patterns", "blocklist"], { blocklist: undefined, patterns: [] }]);
  });
});
