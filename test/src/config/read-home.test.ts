import { ConfigurationError } from "../../../src/config/problem";
import { readPolicy } from "../../../src/config/read-policy";

type Json = Readonly<Record<string, unknown>>;

const CHILDREN = { rules: "household", ring: { to: "home" } };
const read = (home: Json | undefined, lines: Json = { "+12125550101": CHILDREN }, country = "US") =>
  readPolicy(JSON.stringify({ country, lines, ...(home && { home }) }, null, 2), "policy.json");

function problemsOf(...policy: Parameters<typeof read>): string[] {
  try {
    read(...policy);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return error.message.split("\n").map((line) => line.replace(/^policy\.json:\d+ /, ""));
  }
}

test("a home of which nothing is said has every default", () => {
  expect(read({}).home).toEqual({
    ...{ callerId: "+12125550101", ringSeconds: 25, whileRinging: "ringing", secondCaller: "voicemail" },
    ...{ offersPrimaryContact: true, bedtimes: { weekly: [], exceptions: {} }, callbackMinutes: 90 },
    ...{ ownerAttestation: "any", monitoring: "off", isRecorded: false },
    bedtimeGreeting: expect.stringContaining("tone"),
    pausedGreeting: expect.stringContaining("tone"),
    monitoringNotice: expect.stringContaining("listen"),
    recordingNotice: expect.stringContaining("recorded"),
    outgoing: {
      ...{ unlisted: "refuse", callMinutes: 60, minutesPerDay: 0, countries: ["US"], premiumCountries: [] },
    },
  });
});

test("without the section there is none", () => {
  const { home, has, lines } = read(undefined, { "+12125550100": { ring: { to: "+12125550123" } } });
  expect([home, has.home]).toEqual([undefined, false]);
  expect(lines["+12125550100"]?.rules[0]).toBe("contacts");
});

test("bedtimes and their exceptions are read to the minute", () => {
  const { bedtimes } = read({
    bedtimes: ["sun-thu 20:30-07:00", "fri,sat 22:00-08:00"],
    exceptions: {
      "2026-12-24": "23:00-09:00",
      "2026-12-31": "none",
      "2027-01-01": ["02:00-04:00", "20:00-21:00"],
    },
  }).home ?? { bedtimes: undefined };
  expect(bedtimes).toEqual({
    weekly: [
      { days: ["sun", "mon", "tue", "wed", "thu"], from: 1230, to: 420 },
      { days: ["fri", "sat"], from: 1320, to: 480 },
    ],
    exceptions: {
      "2026-12-24": [{ from: 1380, to: 540 }],
      "2026-12-31": [],
      "2027-01-01": [
        { from: 120, to: 240 },
        { from: 1200, to: 1260 },
      ],
    },
  });
});

test("foreign numbers are those of the policy's country, until others are named", () => {
  const lines = { "+12125550101": CHILDREN };
  expect(read({}, lines, "CA").home?.outgoing.countries).toEqual(["CA"]);
});

describe("calls back after an emergency", () => {
  const lines = {
    "+12125550100": { ring: { to: "+12125550123" } },
    "+12125550101": CHILDREN,
    "+12125550102": { ring: { to: "+12125550124" } },
  };
  test("ring on lines that ring by the allow list, and on the one that is shown", () => {
    const policy = read({ callerId: "(212) 555-0102" }, lines);
    const first = Object.values(policy.lines).map(({ rules }) => rules[0]);
    expect(first).toEqual(["contacts", "callbacks", "callbacks"]);
    expect(policy.home?.callerId).toBe("+12125550102");
  });
  test("ring where the owner has put the rule", () => {
    const rules = ["blocklist", "callbacks", "allowlist", "message"];
    const policy = read({}, { "+12125550101": { ...CHILDREN, rules } });
    expect(policy.lines["+12125550101"]?.rules).toEqual(rules);
  });
});

test.each<[string, Parameters<typeof read>, string]>([
  [
    "a line that rings a home that is not there",
    [undefined, { "+12125550101": { ring: { to: "home" } } }],
    'lines["+12125550101"].ring.to: found "home"; allowed: a telephone, or with it the section "home" in this file, if only { }',
  ],
  [
    "the preset without a home",
    [undefined, { "+12125550101": { ring: { to: "+12125550123" }, rules: "household" } }],
    'lines["+12125550101"].rules: found "household"; allowed: other rules, or with it the section "home" in this file, if only { }',
  ],
  [
    "a caller ID that is not ours",
    [{ callerId: "+12125550199" }],
    'home.callerId: found "+12125550199"; allowed: the number of a line: +12125550101',
  ],
  [
    "a bedtime that makes no sense",
    [{ bedtimes: ["weekdays 20:00-07:00"] }],
    'home.bedtimes[0]: found "weekdays 20:00-07:00"; allowed: days and times such as "sun-thu 20:30-07:00"',
  ],
  [
    "a date that is none",
    [{ exceptions: { "2026-02-30": "none" } }],
    'home.exceptions["2026-02-30"]: found "2026-02-30"; allowed: a date of the calendar',
  ],
  [
    "an exception that makes no sense",
    [{ exceptions: { "2026-12-24": "late" } }],
    'home.exceptions["2026-12-24"]: found "late"; allowed: times such as "22:30-09:00", "none" or "all"',
  ],
  [
    "a country that is none",
    [{ outgoing: { countries: ["USA"] } }],
    'home.outgoing.countries[0]: found "USA"; allowed: a country code of two capital letters, such as US',
  ],
  [
    "an unknown word",
    [{ monitoring: "silent" }],
    'home.monitoring: found "silent"; allowed: "off", "atStart", "onJoin"',
  ],
  ["a short ring", [{ ringSeconds: 1 }], "home.ringSeconds: found 1; allowed: a whole number from 5 to 60"],
])("readPolicy() tells of %s", (_name, policy, expected) => {
  expect(problemsOf(...policy)).toEqual([expected]);
});

test("a key that is not known is told, with what was meant", () => {
  const [problem, ...others] = problemsOf({ bedtime: [] });
  expect(others).toEqual([]);
  expect(problem).toMatch(
    /^home\.bedtime: found the unknown key "bedtime"; allowed: callerId, .*\(did you mean "bedtimes"\?\)$/,
  );
});
