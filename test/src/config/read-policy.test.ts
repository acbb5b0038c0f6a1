import { readFileSync } from "node:fs";
import fc from "fast-check";
import { ConfigurationError } from "../../../src/config/problem";
import { readPolicy } from "../../../src/config/read-policy";

type Json = Readonly<Record<string, unknown>>;

const LINE = { ring: { to: "+12125550123" } };
const policy = (more: Json, line: Json = {}) =>
  JSON.stringify({ ...more, lines: { "+12125550100": { ...LINE, ...line } } }, null, 2);
const home = (text: string) => readPolicy(text, "policy.json").lines["+12125550100"];

function problemsOf(text: string): string[] {
  try {
    readPolicy(text, "policy.json");
    return [];
  } catch (error) {
    if (error instanceof ConfigurationError) return error.message.split("\n");
    throw error;
  }
}

/** The problem without file and line, which have a test of their own. */
const problem = (text: string) => problemsOf(text).map((line) => line.replace(/^policy\.json:\d+ /, ""));

// The defaults are those of the design: three strikes, thirty days, one attempt, voicemail after the digits.
test("readPolicy() fills in every default but a line's number and what it rings", () => {
  const read = readPolicy(
    '{ "lines": { "+12125550100": { "ring": { "to": "+12125550123" } } } }',
    "policy.json",
  );
  expect(read).toMatchObject({ country: "US", timezone: "America/New_York", owner: { name: "Owner" } });
  expect(read.lines).toEqual({
    "+12125550100": {
      number: "+12125550100",
      name: "+12125550100",
      rules: ["contacts", "forwardlist", "blocklist", "graylist", "challenge"],
      ring: { to: "+12125550123" },
      voicemail: { greeting: expect.stringContaining("tone") },
      challenge: {
        kind: "digits",
        namePrompt: expect.stringContaining("name"),
        attempts: 1,
        prompt: expect.stringContaining("{digits}"),
        failed: expect.any(String),
        locked: expect.any(String),
        onPass: "voicemail",
        onFail: "end",
        onSilence: "end",
      },
      strikes: { unanswered: 3, failed: 3, forgetAfterDays: 30, then: "reject" },
      withheld: "challenge",
      message: expect.stringContaining("list"),
      evidence: {
        attestation: { strict: false },
        neighbour: "challenge",
        impossible: "reject",
        country: { only: [], never: [], then: "challenge" },
        callername: [],
      },
      menu: "main",
      contacts: undefined,
    },
  });
});

test("readPolicy() has default texts without numerals and without the word beep", () => {
  const line = home(policy({}));
  const { prompt = "", failed = "", locked = "" } = line?.challenge ?? {};
  for (const text of [prompt, failed, locked, line?.voicemail.greeting ?? ""]) {
    expect(text).toMatch(/\w/);
    expect(text).not.toMatch(/\d|beep/i);
  }
});

test("readPolicy() does not say goodbye by default to who may leave a message after failing", () => {
  const kind = home(
    policy({}, { challenge: { onFail: "voicemail" }, strikes: { then: "voicemail" } }),
  )?.challenge;
  const strict = home(policy({}))?.challenge;
  for (const text of [kind?.failed, kind?.locked]) expect(text).not.toMatch(/goodbye/i);
  for (const text of [strict?.failed, strict?.locked]) expect(text).toMatch(/goodbye/i);
});

test("readPolicy() reads numbers written in any way, as numbers of the policy's country", () => {
  const text = JSON.stringify({
    country: "GB",
    owner: { phone: "(020) 7946 0958" },
    lines: { "020 7946 0001": { ring: { to: "+1 (212) 555-0123" } } },
  });
  const { owner, lines } = readPolicy(text, "policy.json");
  expect(owner.phone).toBe("+442079460958");
  expect(lines["+442079460001"]).toMatchObject({ number: "+442079460001", ring: { to: "+12125550123" } });
});

test.each([
  [
    "the owner's address when the line has none",
    { owner: { email: "ann@example.com" } },
    {},
    "ann@example.com",
  ],
  [
    "the line's own address",
    { owner: { email: "ann@example.com" } },
    { voicemail: { email: "bo@example.com" } },
    "bo@example.com",
  ],
  ["nobody when there is no address", {}, {}, undefined],
])("readPolicy() mails voicemails to %s", (_name, more, line, address) => {
  expect(home(policy(more, line))?.voicemail.email).toBe(address);
});

const OFFICE = { menu: [{ key: "1", name: "Customer service", to: "+12125550124" }] };

test.each<[string, Json, readonly string[]]>([
  ["a list as it is, in its order", { rules: ["blocklist", "contacts"] }, ["blocklist", "contacts"]],
  [
    "the preset screen",
    { rules: "screen" },
    ["contacts", "forwardlist", "blocklist", "graylist", "challenge"],
  ],
  [
    "the preset office",
    { rules: "office" },
    ["contacts", "forwardlist", "blocklist", "graylist", "reputation", "menu"],
  ],
  [
    "the preset household",
    { rules: "household", ring: { to: "home" } },
    ["callbacks", "blocklist", "owner", "allowlist", "message"],
  ],
  [
    "no list, but what withheld callers get",
    { withheld: "reject" },
    ["contacts", "forwardlist", "blocklist", "withheld", "graylist", "challenge"],
  ],
])("readPolicy() takes for rules %s", (_name, line, rules) => {
  const more = {
    ...(line.rules === "household" ? { home: {} } : {}),
    ...(line.rules === "office" ? { office: OFFICE } : {}),
  };
  expect(home(policy(more, line))?.rules).toEqual(rules);
});

test("readPolicy() takes every section", () => {
  const more = {
    $schema: "../gatehouse.schema.json",
    reputation: { provider: "telesign", threshold: 600, timeoutMs: 1500 },
    office: OFFICE,
    home: {},
    vanity: {},
    console: { admins: [{ name: "Ann", phone: "+12125550123" }] },
  };
  expect(problemsOf(policy(more))).toEqual([]);
});

test.each<[string, string, string]>([
  [
    "an unknown key, with what was meant",
    policy({ timezon: "x" }),
    'timezon: found the unknown key "timezon"; allowed: $schema, country, timezone, owner, lines, reputation, office, home, vanity, console (did you mean "timezone"?)',
  ],
  [
    "an unknown key of a line",
    policy({}, { challange: {} }),
    'lines["+12125550100"].challange: found the unknown key "challange"; allowed: name, rules, ring, voicemail, challenge, strikes, withheld, message, attestation, neighbour, impossible, country, callername, menu, contacts (did you mean "challenge"?)',
  ],
  [
    "an unknown key that is near to none",
    policy({}, { strikes: { zzzzzz: 1 } }),
    'lines["+12125550100"].strikes.zzzzzz: found the unknown key "zzzzzz"; allowed: unanswered, failed, forgetAfterDays, then',
  ],
  [
    "an unknown rule",
    policy({}, { rules: ["contacts", "blacklist"] }),
    'lines["+12125550100"].rules[1]: found "blacklist"; allowed: "contacts", "forwardlist", "blocklist", "graylist", "withheld", "challenge", "voicemail", "callbacks", "owner", "allowlist", "message", "attestation", "neighbour", "impossible", "country", "callername", "reputation", "menu", "vanity" (did you mean "blocklist"?)',
  ],
  [
    "a rule twice",
    policy({}, { rules: ["contacts", "contacts"] }),
    'lines["+12125550100"].rules: found ["contacts","contacts"]; allowed: each rule once',
  ],
  [
    "no rules",
    policy({}, { rules: [] }),
    'lines["+12125550100"].rules: found []; allowed: at least one rule',
  ],
  [
    "an unknown preset",
    policy({}, { rules: "scren" }),
    'lines["+12125550100"].rules: found "scren"; allowed: "screen", "office", "household" (did you mean "screen"?), or a list: [ … ]',
  ],
  [
    "an unknown word",
    policy({}, { withheld: "rejected" }),
    'lines["+12125550100"].withheld: found "rejected"; allowed: "challenge", "reject", "voicemail" (did you mean "reject"?)',
  ],
  [
    "withheld without its rule",
    policy({}, { withheld: "reject", rules: "screen" }),
    'lines["+12125550100"].withheld: found "reject"; allowed: nothing here, or the rule "withheld" in this line\'s rules',
  ],
  [
    "a line that rings itself",
    policy({}, { ring: { to: "(212) 555-0100" } }),
    'lines["+12125550100"].ring.to: found the line itself, "(212) 555-0100"; allowed: another telephone: a line that rings itself calls in circles',
  ],
  [
    "a line that rings nothing",
    policy({}, { ring: undefined }),
    'lines["+12125550100"].ring: found nothing; allowed: the telephone that known callers ring: { "to": "+12125550123" }',
  ],
  [
    "a number that is none",
    policy({}, { ring: { to: "911" } }),
    'lines["+12125550100"].ring.to: found "911"; allowed: a full telephone number, such as +12125550123 (without + it is read as one of US)',
  ],
  [
    "a number without quotes",
    policy({}, { ring: { to: 12125550123 } }),
    'lines["+12125550100"].ring.to: found 12125550123; allowed: a telephone number in double quotes, such as "+12125550123"',
  ],
  [
    "a country that is none",
    policy({ country: "USA" }),
    'country: found "USA"; allowed: a country code of two capital letters, such as US',
  ],
  [
    "a time zone that is none",
    policy({ timezone: "America/Springfield" }),
    'timezone: found "America/Springfield"; allowed: an IANA time zone, such as America/New_York',
  ],
  [
    "an offset in place of a time zone",
    policy({ timezone: "-05:00" }),
    'timezone: found "-05:00"; allowed: an IANA time zone, such as America/New_York',
  ],
  [
    "an address that is none",
    policy({}, { voicemail: { email: "ann" } }),
    'lines["+12125550100"].voicemail.email: found "ann"; allowed: an e-mail address such as ann@example.com',
  ],
  [
    "the word beep",
    policy({}, { voicemail: { greeting: "Speak after the Beep." } }),
    'lines["+12125550100"].voicemail.greeting: found "Speak after the Beep."; allowed: a text without the word "beep": say "tone"',
  ],
  [
    "an empty text",
    policy({}, { challenge: { failed: " " } }),
    'lines["+12125550100"].challenge.failed: found " "; allowed: a sentence to say, not an empty text',
  ],
  [
    "a prompt without digits",
    policy({}, { challenge: { prompt: "Press a key." } }),
    'lines["+12125550100"].challenge.prompt: found "Press a key."; allowed: a text with {digits} where the digits are spoken',
  ],
  [
    "a prompt with other numerals",
    policy({}, { challenge: { prompt: "Press these 3: {digits}" } }),
    'lines["+12125550100"].challenge.prompt: found "Press these 3: {digits}"; allowed: a text with no numerals but {digits}: callers would press them too',
  ],
  [
    "a prompt with another placeholder",
    policy({}, { challenge: { prompt: "{name}, press {digits}" } }),
    'lines["+12125550100"].challenge.prompt: found "{name}, press {digits}"; allowed: no other braces than those of {digits}',
  ],
  [
    "strikes below nought",
    policy({}, { strikes: { failed: -1 } }),
    'lines["+12125550100"].strikes.failed: found -1; allowed: a whole number from 0 to 100',
  ],
  [
    "half a strike",
    policy({}, { strikes: { unanswered: 1.5 } }),
    'lines["+12125550100"].strikes.unanswered: found 1.5; allowed: a whole number from 0 to 100',
  ],
  [
    "more days than Sync keeps an item",
    policy({}, { strikes: { forgetAfterDays: 366 } }),
    'lines["+12125550100"].strikes.forgetAfterDays: found 366; allowed: a whole number from 0 to 365',
  ],
  [
    "no attempt",
    policy({}, { challenge: { attempts: 0 } }),
    'lines["+12125550100"].challenge.attempts: found 0; allowed: a whole number from 1 to 5',
  ],
  [
    "the wrong type",
    policy({}, { voicemail: "ann@example.com" }),
    'lines["+12125550100"].voicemail: found "ann@example.com"; allowed: an object: { … }',
  ],
  ["no lines", '{ "lines": {} }', "lines: found {}; allowed: at least one line"],
  [
    "a line's number that is none",
    JSON.stringify({ lines: { home: LINE } }),
    'lines.home: found "home"; allowed: a full telephone number, such as +12125550123 (without + it is read as one of US)',
  ],
  [
    "one line written in two ways",
    JSON.stringify({ lines: { "2125550100": LINE, "+12125550100": LINE } }),
    'lines["+12125550100"]: found "+12125550100"; allowed: each line once: "2125550100" is the same number',
  ],
  [
    "a key of the menu twice",
    policy({
      office: {
        menu: [
          { key: "1", name: "A", to: "+12125550124" },
          { key: "1", name: "B", to: "+12125550125" },
        ],
      },
    }),
    'office.menu[1].key: found "1"; allowed: each key once',
  ],
  [
    "a menu that rings no number",
    policy({ office: { menu: [{ key: "1", name: "A", to: "5" }] } }),
    'office.menu[0].to: found "5"; allowed: a full telephone number, such as +12125550123 (without + it is read as one of US), "sip:name@host", or a department: office.departments has none',
  ],
  ["a document that is no object", "[]", "found []; allowed: an object: { … }"],
])("readPolicy() refuses %s, and says what is allowed", (_name, text, expected) => {
  expect(problem(text).map((line) => line.replace(/^policy\.json:1: /, ""))).toEqual([expected]);
});

test("readPolicy() refuses lines that ring each other, wherever the circle is entered", () => {
  const text = JSON.stringify({
    lines: {
      "+12125550100": { ring: { to: "(212) 555-0101" } },
      "+12125550101": { ring: { to: "+12125550102" } },
      "+12125550102": { ring: { to: "2125550101" } },
      "+12125550103": { ring: { to: "+12125550123" } },
      "+12125550104": { ring: { to: "+12125550103" } },
    },
  });
  const back =
    "which leads back to this one; allowed: another telephone: lines that ring each other call in circles";
  expect(problemsOf(text)).toEqual([
    `policy.json:1 lines["+12125550101"].ring.to: found the line "+12125550102", ${back}`,
    `policy.json:1 lines["+12125550102"].ring.to: found the line "2125550101", ${back}`,
  ]);
});

// The longest text of Say: https://www.twilio.com/docs/voice/twiml/say
test("readPolicy() takes texts of 4096 characters and no longer", () => {
  const greeting = (length: number) => policy({}, { voicemail: { greeting: "a".repeat(length) } });
  expect(problemsOf(greeting(4096))).toEqual([]);
  expect(problemsOf(greeting(4097))).toEqual([expect.stringContaining("allowed: at most 4096 characters")]);
});

test("readPolicy() lists everything that is wrong at once, by line", () => {
  const text = `{
  "country": "XX",
  "timezone": 5,
  "owner": { "phone": "1", "email": "x" },
  "lines": {
    "+12125550100": {
      "ring": { "to": "nobody" },
      "rules": ["contact"],
      "strikes": { "failed": "three" }
    },
    "+12125550101": {}
  },
  "ofice": {}
}`;
  const places = problemsOf(text).map((line) => line.replace(/: found.*/, ""));
  expect(places).toEqual([
    "policy.json:2 country",
    "policy.json:3 timezone",
    "policy.json:4 owner.email",
    "policy.json:4 owner.phone",
    'policy.json:7 lines["+12125550100"].ring.to',
    'policy.json:8 lines["+12125550100"].rules[0]',
    'policy.json:9 lines["+12125550100"].strikes.failed',
    'policy.json:11 lines["+12125550101"].ring',
    "policy.json:13 ofice",
  ]);
});

test("readPolicy() says where JSON ends, and what to do", () => {
  expect(problemsOf('{\n  "lines": {},\n}')).toEqual([
    "policy.json:2:14: not valid JSON: remove this comma: no other entry follows it",
  ]);
});

/** `value` with something else at a place deep within, or with one thing more or less there. */
function spoiled(value: unknown, [step, ...steps]: readonly number[], by: unknown): unknown {
  if (typeof value !== "object" || value === null || step === undefined) return by;
  const entries = Object.entries(value);
  const chosen = step % (entries.length + 1);
  const left = entries.map(([key, child], index) => [
    key,
    index === chosen ? spoiled(child, steps, by) : child,
  ]);
  const all = chosen === entries.length ? [...left, [typeof by === "string" ? by : "x", by]] : left;
  return Array.isArray(value) ? all.map(([, child]) => child) : Object.fromEntries(all);
}

test("readPolicy() says what was found and what is allowed, whatever is wrong in an office", () => {
  const whole: unknown = JSON.parse(readFileSync("test/scenarios/policies/office.json", "utf8"));
  const words = [
    "__proto__",
    "constructor",
    "operator",
    "menu-main-1",
    "home",
    "911",
    "sip:x@y",
    "reputation",
  ];
  const values = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom(...words));
  const places = fc.array(fc.nat(20), { maxLength: 6 });
  fc.assert(
    fc.property(places, values, (place, value) => {
      for (const said of problemsOf(JSON.stringify(spoiled(whole, place, value))))
        expect(said).toMatch(/^policy\.json:\d+( \S.*)?: found .+; allowed: ./);
    }),
    { numRuns: 150 },
  );
});

test("readPolicy() gives a policy or a ConfigurationError, for any JSON", () => {
  const values = fc.object({
    key: fc.constantFrom(
      "lines",
      "ring",
      "to",
      "rules",
      "owner",
      "office",
      "menu",
      "departments",
      "reputation",
      "callername",
      "country",
      "+12125550100",
      "__proto__",
      "x",
    ),
    maxDepth: 4,
  });
  fc.assert(
    fc.property(values, (value) => void problemsOf(JSON.stringify(value))),
    { numRuns: 500 },
  );
});
