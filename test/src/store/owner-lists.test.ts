import { allowNumber, blockNumber } from "../../../src/store/owner-lists";
import { parseAllowEntry } from "../../../src/store/parse-allow-entry";
import { parseBlockEntry } from "../../../src/store/parse-list-entries";
import { LINE, STRANGER } from "../policy/samples";
import { FakeSync } from "./fake-sync";

const locale = { country: "US", timezone: "America/New_York" };
const NOTE = "Allowed by telephone on 2026-01-05";

let sync: FakeSync;
beforeEach(() => {
  sync = new FakeSync();
});
const store = () => ({ sync, random: () => 0.5 });
const allowing = { number: STRANGER, note: NOTE, locale };
const allowed = () => parseAllowEntry(sync.data("allowlist", STRANGER) ?? {}, locale);

test.each<[string, object | undefined, object]>([
  ["nobody yet", undefined, { direction: "in", overrideBedtime: false }],
  ["who may only be called", { person: "Bo", direction: "out" }, { person: "Bo", direction: "both" }],
  ["who may already", { person: "Bo", direction: "in" }, { person: "Bo", direction: "in" }],
  ["who may both", { person: "Bo", direction: "both" }, { direction: "both" }],
  ["who may both, for it is not said", { person: "Bo" }, { person: "Bo", direction: "both" }],
  [
    "somebody with hours",
    { person: "Bo", direction: "in", hours: "mon 15:00-19:00" },
    { hours: expect.any(Array) },
  ],
  ["an entry that makes no sense", { direction: "inn" }, { direction: "in" }],
  ["one that cannot even be made text of", { direction: [{ toString: 0 }] }, { direction: "in" }],
  ["a flag that cannot", { overrideBedtime: { toString: 0 } }, { direction: "in" }],
  ["an entry whose hours make no sense", { person: "Bo", hours: "at teatime" }, { direction: "in" }],
  ["who may only be called, in capitals", { direction: " OUT " }, { direction: "both" }],
  ["who might be called until a day", { direction: "both", until: "2020-01-01" }, { direction: "in" }],
])("allowing %s", async (_name, before, after) => {
  if (before !== undefined) sync.put("allowlist", STRANGER, { ...before });
  expect(await allowNumber(store(), allowing)).toBe(true);
  expect(allowed()).toMatchObject(after);
});

test("allowing is for good and on all lines, and takes the number off the block list", async () => {
  sync.put("allowlist", STRANGER, { person: "Bo", direction: "in", until: "2020-01-01", lines: [LINE] });
  sync.put("blocklist", STRANGER, { note: "once" });
  await allowNumber(store(), allowing);
  expect(sync.data("allowlist", STRANGER)).toEqual({ person: "Bo", direction: "in", note: NOTE });
  expect(sync.keys("blocklist")).toEqual([]);
  expect(sync.ttls.get(`allowlist/${STRANGER}`)).toBe(0);
});

test.each<[string, object | undefined, object]>([
  ["a number", undefined, { note: NOTE }],
  [
    "one that is blocked for a time, and on one line",
    { until: "2020-01-01", lines: [LINE], by: "Bo" },
    { note: NOTE, by: "Bo" },
  ],
  ["one that is blocked", { note: "mine" }, { note: "mine" }],
])("blocking %s", async (_name, before, after) => {
  if (before !== undefined) sync.put("blocklist", STRANGER, { ...before });
  expect(await blockNumber(store(), STRANGER, NOTE)).toBe(true);
  expect(sync.data("blocklist", STRANGER)).toEqual(after);
  expect(parseBlockEntry(sync.data("blocklist", STRANGER) ?? {}, locale)).toEqual({});
});

test("twice is once, and a Sync that is down is told", async () => {
  await blockNumber(store(), STRANGER, NOTE);
  const { requests } = sync;
  requests.length = 0;
  await blockNumber(store(), STRANGER, NOTE);
  expect(requests).toEqual(["GET blocklist"]);
  sync = new FakeSync(() => "unavailable");
  await expect(blockNumber(store(), STRANGER, NOTE)).rejects.toThrow("Sync answered 503");
  await expect(allowNumber(store(), allowing)).rejects.toThrow("Sync answered 503");
});
