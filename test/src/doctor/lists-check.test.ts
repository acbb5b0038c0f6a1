import fc from "fast-check";
import { listsCheck } from "../../../src/doctor/checks/lists";
import type { Facts } from "../../../src/doctor/facts";
import type { HandEdited } from "../../../src/doctor/facts/lists";
import { judgeList } from "../../../src/doctor/lists/judge-list";
import { isData } from "../../../src/lists/read-entry";
import { parseCallback } from "../../../src/store/callbacks";
import { parseAllowEntry } from "../../../src/store/parse-allow-entry";
import { parseBlockEntry, parseForwardEntry, parsePatterns } from "../../../src/store/parse-list-entries";
import { FRIEND, HOME, LINE, OTHER_LINE, STRANGER } from "../policy/samples";
import { judge, policyFound, sid } from "./sample-facts";

const lists = (name: HandEdited, key: string, data: unknown): Partial<Facts> => ({
  policy: policyFound(),
  lists: [{ name, entries: [{ key, data, revision: "0" }] }],
});

const CALLBACK = {
  ...{ line: LINE, department: "sales", askedAt: "2026-01-05T15:00:00Z", tries: 0, state: "waiting" },
};

// Ways to write +12125550150.
const SPELLINGS = ["555-0150", "5550150", "212-5550150", "212-555-0150", "2125550150"].map((spelling) => ({
  ...{ spelling, words: [], score: 0, why: "digits", rung: "digits" },
}));

// What the fields may hold is what calls read of them: src/store/parse-list-entries.ts, which the property below asks.
test.each<[string, HandEdited, string, unknown]>([
  ["a number to block", "blocklist", STRANGER, {}],
  ["with all there can be", "blocklist", STRANGER, { note: "x", until: "2026-12-31", lines: [LINE] }],
  ["with a note of the owner's own", "blocklist", STRANGER, { because: "rude" }],
  ["a number to forward", "forwardlist", FRIEND, { to: "(212) 555-0123" }],
  ["a pattern", "patterns", "+1900*", { list: "blocklist" }],
  ["a pattern as people write it", "patterns", "+1 (900)*", { list: "forwardlist", to: HOME }],
  ["strikes", "graylist", STRANGER, { unanswered: 2, failed: 0, lastCall: "2026-01-05T15:00:00Z", seen: [] }],
  ["a person", "allowlist", FRIEND, { person: "Bo", direction: "both", overrideBedtime: true }],
  ["a forwarded line", "lineforwards", LINE, { to: HOME, by: "x", at: "2026-01-05T15:00:00Z" }],
  ["a voicemail", "voicemails", sid("RE"), { callSid: sid("CA"), at: "2026-01-05T15:00:00Z" }],
  ["mail to be sent", "outbox", sid("RE"), { callSid: sid("CA"), at: "2026-01-05T15:00:00Z", tries: 0 }],
  [
    "the office's switch",
    "office",
    "state",
    { mode: "Night", departments: { sales: "day" }, until: "2026-12-31" },
  ],
  ["whose turn it is", "office", "turn-sales", { next: 3 }],
  ["a call-back", "callbacks", FRIEND, CALLBACK],
  ["what a number spells", "vanity", FRIEND, { results: SPELLINGS, at: "2026-01-05T15:00:00Z", by: "x" }],
  [
    "how many numbers were looked up",
    "vanity",
    "lookups",
    { minute: "2026-01-05T15:04", count: 1, recent: [] },
  ],
  ["how many texts went out", "vanity", "texts", {}],
  ["when a number had its text", "vanity", `text-${FRIEND}`, { at: "2026-01-05T15:00:00Z" }],
])("well formed: %s", async (_name, list, key, data) => {
  expect(await judge(listsCheck, lists(list, key, data))).toEqual([
    { level: "ok", found: "1 entry in 1 lists, all well formed" },
  ]);
});

test.each<[string, HandEdited, string, unknown, level: string, found: RegExp, fix: RegExp]>([
  [
    "a key without +",
    "blocklist",
    "12125550199",
    {},
    "failure",
    /^blocklist "12125550199": its key .*\+12125550199/,
    /lists -- add blocklist \+12125550199/,
  ],
  [
    "a key that is no number",
    "forwardlist",
    "mother",
    { to: HOME },
    "failure",
    /^forwardlist "mother": its key/,
    /lists -- remove forwardlist mother/,
  ],
  [
    "an end that is no date",
    "blocklist",
    STRANGER,
    { until: "soon" },
    "failure",
    /^blocklist "\+12125550199": "until" is "soon".*ignored/,
    /--until/,
  ],
  ["an end that is a number", "blocklist", STRANGER, { until: 5 }, "failure", /"until" is 5/, /--until/],
  [
    "lines that are none",
    "blocklist",
    STRANGER,
    { lines: ["home"] },
    "failure",
    /"lines" is not right.*ignored/,
    /--lines/,
  ],
  [
    "nowhere to forward to",
    "forwardlist",
    FRIEND,
    {},
    "failure",
    /^forwardlist "\+12125550150": "to" is not right; allowed: a full telephone number/,
    /--to/,
  ],
  [
    "a pattern without *",
    "patterns",
    "+1900",
    { list: "blocklist" },
    "failure",
    /^patterns "\+1900": its key.*\*/,
    /lists -- remove patterns/,
  ],
  [
    "a pattern of no list",
    "patterns",
    "+1900*",
    { list: "blacklist" },
    "failure",
    /"list" is "blacklist"/,
    /--list/,
  ],
  [
    "a pattern that is only a word",
    "patterns",
    "+1900*",
    "blocklist",
    "failure",
    /^patterns "\+1900\*":/,
    /Sync console/,
  ],
  [
    "a pattern forwarded nowhere",
    "patterns",
    "+1900*",
    { list: "forwardlist" },
    "failure",
    /"to" is not right/,
    /--to/,
  ],
  [
    "a count that is a text",
    "graylist",
    STRANGER,
    { unanswered: "2", failed: 0 },
    "warning",
    /^graylist "\+12125550199": "unanswered" is "2"/,
    /lists -- remove graylist/,
  ],
  [
    "a direction that is none",
    "allowlist",
    FRIEND,
    { person: "Bo", direction: "inwards" },
    "failure",
    /^allowlist "\+12125550150": "direction" is "inwards"; allowed: in, out or both/,
    /--direction/,
  ],
  [
    "nobody's number",
    "allowlist",
    FRIEND,
    { direction: "in" },
    "warning",
    /"person" is not right/,
    /--person/,
  ],
  [
    "a switch that is a text",
    "allowlist",
    FRIEND,
    { person: "Bo", direction: "in", overrideBedtime: "yes" },
    "warning",
    /"overrideBedtime" is "yes"/,
    /--override-bedtime/,
  ],
  [
    "a line forwarded to no number",
    "lineforwards",
    LINE,
    { to: "home" },
    "warning",
    /^lineforwards "\+12125550100": "to" is not right/,
    /lists -- remove lineforwards/,
  ],
  [
    "another's line",
    "lineforwards",
    OTHER_LINE,
    { to: HOME },
    "warning",
    /none of our lines/,
    /lists -- remove lineforwards/,
  ],
  [
    "a misspelt field",
    "blocklist",
    STRANGER,
    { untill: "2026-12-31" },
    "warning",
    /"untill" is no field \(did you mean "until"\?\)/,
    /right name/,
  ],
  [
    "only for another's line",
    "blocklist",
    STRANGER,
    { lines: [OTHER_LINE] },
    "warning",
    /"lines" names none of our lines/,
    /\+12125550100/,
  ],
  [
    "a voicemail of no recording",
    "voicemails",
    "RE1",
    { callSid: sid("CA"), at: "x" },
    "failure",
    /^voicemails "RE1": the key is not the SID/,
    /Sync console/,
  ],
  [
    "a voicemail of no call",
    "voicemails",
    sid("RE"),
    { at: "x" },
    "failure",
    /"callSid" is missing; it is ignored/,
    /Sync console/,
  ],
  ["mail of no recording", "outbox", "RE1", {}, "failure", /^outbox "RE1"/, /Sync console/],
])("malformed: %s", async (_name, list, key, data, level, found, fix) => {
  expect(await judge(listsCheck, lists(list, key, data))).toEqual([
    { level, found: expect.stringMatching(found), fix: expect.stringMatching(fix) },
  ]);
});

test("a forward that leads back to the line is a circle", async () => {
  const policy = policyFound({ rules: ["forwardlist", "challenge"] });
  const found = await judge(listsCheck, { ...lists("forwardlist", FRIEND, { to: LINE }), policy });
  expect(found).toContainEqual(
    expect.objectContaining({ level: "failure", found: expect.stringContaining("round in circles") }),
  );
});

test("a list that cannot be read is said to be so, and the others are judged", async () => {
  const facts: Partial<Facts> = {
    policy: policyFound(),
    lists: [
      { name: "blocklist", problem: "Cannot list the map blocklist: Twilio answered 500" },
      { name: "forwardlist", entries: [{ key: FRIEND, data: {}, revision: "0" }] },
    ],
  };
  expect(await judge(listsCheck, facts)).toMatchObject([
    { level: "failure", found: expect.stringContaining("blocklist cannot be read") },
    { level: "failure", found: expect.stringContaining("forwardlist") },
  ]);
});

test("what somebody wrote where a name or a number belongs is not repeated", async () => {
  const found = JSON.stringify([
    ...(await judge(listsCheck, lists("forwardlist", FRIEND, { to: "Grandmother" }))),
    ...(await judge(listsCheck, lists("allowlist", FRIEND, { person: 5551234, direction: "in" }))),
    ...(await judge(listsCheck, lists("blocklist", STRANGER, { lines: ["Grandmother"] }))),
  ]);
  expect(found).not.toMatch(/Grandmother|5551234/);
});

const locale = { country: "US", timezone: "America/New_York" };
const anything = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom(LINE, "2026-12-31", "soon", "blocklist", "forwardlist", "+1 212"),
);
const data = fc.record(
  {
    ...{ to: anything, until: anything, lines: anything, list: anything },
    ...{ person: anything, direction: anything, hours: anything, primaryContact: anything },
  },
  { requiredKeys: [] },
);

test.each<[string, HandEdited, string, unknown, RegExp]>([
  ["a mode that is none", "office", "state", { mode: "nigth" }, /"mode" is "nigth"; .*did you mean "night"/],
  [
    "a department's mode that is none",
    "office",
    "state",
    { departments: { sales: true } },
    /"departments" has "sales" on true/,
  ],
  ["departments that are none", "office", "state", { departments: "sales" }, /"departments" is not/],
  ["an end that is no time", "office", "state", { mode: "night", until: "Monday" }, /"until" is "Monday"/],
  ["an item that nothing reads", "office", "stat", { mode: "night" }, /nothing reads .*did you mean "state"/],
  ["nobody's call-back", "callbacks", "Bo", CALLBACK, /the key is no telephone number/],
  [
    "a state that is none",
    "callbacks",
    FRIEND,
    { ...CALLBACK, state: "open" },
    /"state" is not one of waiting/,
  ],
  ["a call-back that is a word", "callbacks", FRIEND, "please", /"line" is not/],
])("of an office: %s", async (_name, list, key, data, found) => {
  const [finding] = await judge(listsCheck, lists(list, key, data));
  expect(finding).toMatchObject({ level: "failure", found: expect.stringMatching(found) });
  expect(finding?.found).toMatch(/it is ignored$/);
});

test.each<[string, string, unknown, RegExp]>([
  ["spellings of a word", "mother", { results: SPELLINGS }, /the key is no telephone number/],
  ["spellings of another number", STRANGER, { results: SPELLINGS }, /"results" are not/],
  ["fewer spellings than are kept", FRIEND, { results: SPELLINGS.slice(1) }, /"results" are not/],
])("found anew, and nobody notices: %s", async (_name, key, data, found) => {
  const [finding] = await judge(listsCheck, lists("vanity", key, data));
  expect(finding).toMatchObject({ level: "warning", found: expect.stringMatching(found) });
});

test("whatever the call-backs pass over, the doctor calls a failure", () => {
  const odd = fc.record({
    ...{ line: fc.oneof(anything, fc.constant(LINE)), department: fc.oneof(anything, fc.constant("sales")) },
    askedAt: fc.oneof(anything, fc.constant(CALLBACK.askedAt)),
    state: fc.oneof(anything, fc.constant("failed")),
  });
  fc.assert(
    fc.property(odd, (value) => {
      const entry = { key: FRIEND, data: value, revision: "0" };
      const isSaid = judgeList("callbacks", [entry], { ...locale, ours: [LINE] }).length > 0;
      expect(isSaid).toBe(parseCallback(value) === undefined);
    }),
  );
});

test("whatever calls pass over, the doctor calls a failure", () => {
  const levels = (list: HandEdited, key: string, value: unknown) =>
    judgeList(list, [{ key, data: value, revision: "0" }], { ...locale, ours: [LINE] }).map(
      ({ level }) => level,
    );
  fc.assert(
    fc.property(data, (value) => {
      const isBad = {
        blocklist: parseBlockEntry(value, locale) === undefined,
        forwardlist: parseForwardEntry(value, locale) === undefined,
        allowlist: !isData(value) || parseAllowEntry(value, locale) === undefined,
        patterns: parsePatterns({ "+1900*": value }, locale).malformed.length > 0,
      };
      expect(levels("blocklist", STRANGER, value).includes("failure")).toBe(isBad.blocklist);
      expect(levels("forwardlist", STRANGER, value).includes("failure")).toBe(isBad.forwardlist);
      expect(levels("allowlist", FRIEND, value).includes("failure")).toBe(isBad.allowlist);
      expect(levels("patterns", "+1900*", value).includes("failure")).toBe(isBad.patterns);
    }),
  );
});
