import { parseScenarios, readScenarios } from "../../simulator/read-scenario";
import { ConfigurationError } from "../../src/config/problem";

const minimal = { name: "a call", calls: [{ from: "+12125550199" }] };

function parse(value: unknown) {
  const { value: scenarios, problems } = parseScenarios(JSON.stringify(value, null, 2), "/house/calls.json");
  if (scenarios === undefined) throw new ConfigurationError(problems);
  return scenarios;
}

/** The example of the scenario format's documentation. */
const example = {
  name: "a stranger fails the challenge",
  now: "2026-01-05T15:00:00Z",
  policy: "path.json",
  contacts: "/books/path.vcf",
  sync: { graylist: { "+14155550100": { unanswered: 2, failed: 0, lastCall: "2026-01-04T15:00:00Z" } } },
  faults: [{ on: "function:/incoming/screen", fault: "timeout", times: 1 }],
  calls: [
    {
      from: "+14155550100",
      to: "+12125550100",
      parameters: { StirVerstat: "TN-Validation-Passed-A" },
      caller: [
        { hears: "(\\d) (\\d) (\\d)", presses: "$1$2$3" },
        { hears: "beep", speaks: "Hi, it is Bo", seconds: 6 },
        { hangsUp: true },
      ],
      callees: { "+12125550123": "no-answer", "+12125550124": { answers: true, seconds: 40 } },
      expect: { disposition: "voicemail" },
    },
  ],
};

test("parseScenarios() reads the documented example", () => {
  const [scenario] = parse(example);
  expect(scenario).toMatchObject({
    now: Date.UTC(2026, 0, 5, 15),
    policy: "/house/path.json",
    contacts: "/books/path.vcf",
    sync: example.sync,
    faults: [{ on: "function:/incoming/screen", fault: { kind: "timeout" }, times: 1 }],
  });
  expect(scenario?.calls[0]).toMatchObject({
    caller: [
      { hears: { source: "(\\d) (\\d) (\\d)" }, act: { does: "press", keys: "$1$2$3" } },
      { hears: { event: "beep" }, act: { does: "speak", text: "Hi, it is Bo", seconds: 6 } },
      { act: { does: "hangUp" } },
    ],
    callees: { "+12125550123": [{ does: "no-answer" }], "+12125550124": [{ does: "answers", seconds: 40 }] },
    expect: { disposition: "voicemail" },
  });
});

test("parseScenarios() reads a list of scenarios, and fills in what is left out", () => {
  const [first, second] = parse([minimal, { ...minimal, name: "another" }]);
  expect(first).toMatchObject({ faults: [], sync: {}, calls: [{ caller: [], callees: {}, parameters: {} }] });
  expect(second?.name).toBe("another");
});

test.each<[string, unknown, string]>([
  ["an unknown key", { ...minimal, fault: [] }, 'unknown key "fault" (did you mean "faults"?)'],
  [
    "an unknown key of a step",
    { ...minimal, calls: [{ from: "+1", caller: [{ hears: "x", pressess: "1" }] }] },
    'calls[0].caller[0]: unknown key "pressess" (did you mean "presses"?); allowed in a step of the caller: hears',
  ],
  [
    "an unknown map",
    { ...minimal, sync: { greylist: {} } },
    'sync: unknown key "greylist" (did you mean "graylist"?)',
  ],
  [
    "an item that is no object",
    { ...minimal, sync: { blocklist: { "+12125550199": true } } },
    'sync.blocklist["+12125550199"]: found true; allowed: an object',
  ],
  ["a wrong type", { ...minimal, calls: [{ from: 12 }] }, "calls[0].from: found 12; allowed: the caller"],
  ["a missing name", { calls: minimal.calls }, "name: found nothing; allowed: a name"],
  ["no calls", { ...minimal, calls: [] }, "calls: found []; allowed: one call or more"],
  [
    "an unknown callee",
    withCall({ callees: { "+12125550123": "bussy" } }),
    'found "bussy"; allowed: answers, no-answer',
  ],
  [
    "an unknown fault",
    { ...minimal, faults: [{ on: "smtp", fault: "slow" }] },
    'found "slow"; allowed: timeout, reset',
  ],
  ["a fault after less than nothing", withFault("smtp", { after: -1 }), "how many requests pass first"],
  [
    "an unknown target",
    { ...minimal, faults: [{ on: "mail", fault: "reset" }] },
    'faults[0].on: found "mail"',
  ],
  [
    "a number that gets no text messages for an unknown reason",
    { ...minimal, noTexts: { "+12125550190": "landlin" } },
    'found "landlin"; allowed: landline, notMobile, optedOut, unreachable',
  ],
  ["a broken expression", withStep({ hears: "(" }), 'found "("; allowed: a valid regular expression'],
  ["a group that is not captured", withStep({ hears: "(\\d)", presses: "$2" }), "hears captures 1 groups"],
  ["groups that no step captures", withSteps([{ hears: "x" }, { presses: "$1" }]), "captures 0 groups"],
  [
    "a Sync target without a map",
    withFault("sync:GET"),
    'faults[0].on: found "sync:GET"; allowed: function:',
  ],
  [
    "a fault on an unknown map",
    withFault("sync:GET graylst"),
    'found "sync:GET graylst"; allowed: a map of Sync, not "graylst" (did you mean "graylist"?)',
  ],
  ["a method that Sync does not have", withFault("sync:GTE graylist"), "allowed: GET, POST, DELETE or *"],
  [
    "a line that is no number",
    withCall({ to: "the office" }),
    'found "the office"; allowed: a number of ours',
  ],
  ["keys that no phone has", withStep({ presses: "12x" }), 'presses: found "12x"; allowed: keys 0-9'],
  [
    "two acts in a step",
    withStep({ presses: "1", hangsUp: true }),
    "allowed: one of presses, speaks, hangsUp",
  ],
  [
    "a home phone that dials nothing",
    withCall({ from: "home" }),
    "calls[0].to: found nothing; allowed: what the phone",
  ],
  ["a PIN that is too short", { ...minimal, pin: "1234" }, 'pin: found "1234"; allowed: the owner\'s PIN'],
  ["a phone that is not the home's", { ...minimal, phones: { hom: "busy" } }, '(did you mean "home"?)'],
  ["a handset that does something else", withPhone("bussy"), "unregistered, or {"],
  [
    "a callee that is unregistered",
    withCall({ callees: { "+12125550123": "unregistered" } }),
    "allowed: answers,",
  ],
  ["no handset at all", withPhone([]), "or a list of those, one for each handset"],
  [
    "a wrong step of a handset",
    withPhone([{ answers: true, steps: [{ pressess: "1" }] }]),
    'phones.home[0].steps[0]: unknown key "pressess" (did you mean "presses"?)',
  ],
  ["an instant without zone", { ...minimal, now: "2026-01-05" }, "allowed: an instant such as"],
  [
    "an unknown disposition",
    withCall({ expect: { disposition: "lost" } }),
    'found "lost"; allowed: rejected, connected',
  ],
  ["a command that is none", { ...minimal, calls: [{ command: "callback" }] }, "calls[0].command: found"],
  [
    "a caller of a command",
    { ...minimal, calls: [{ command: "callbacks", caller: [] }] },
    'unknown key "caller"',
  ],
  ["a phone that does nothing", withCall({ callees: { "+12125550123": [] } }), "one for each time it rings"],
  ["a score out of range", withRepute({ score: 1001 }), "found 1001; allowed: TeleSign's score, a whole"],
  ["a line type that is none", withRepute({ lineType: "fixed" }), 'found "fixed"; allowed: landline, mobile'],
  ["an unknown word of a reputation", withRepute({ scor: 700 }), '(did you mean "score"?)'],
  [
    "a reputation of nobody",
    { ...minimal, reputation: { Bo: { score: 1 } } },
    "an object by numbers such as",
  ],
  [
    "a result that an add-on does not give",
    { ...minimal, addOns: { "+12125550188": { nomorobo_spamscore: { scor: 1 } } } },
    '{ "score" }, or { "code", "message" } of a failure',
  ],
  ["an unknown expectation", withCall({ expect: { dispositon: "x" } }), '(did you mean "disposition"?)'],
])("parseScenarios() refuses %s", (_sentence, value, problem) => {
  expect(() => parse(value)).toThrow(/^\/house\/calls\.json:\d+:? /);
  expect(() => parse(value)).toThrow(problem);
});

test("parseScenarios() reads commands between calls, and what a phone does on each ring", () => {
  const callees = {
    "+12125550133": ["busy", { answers: true, steps: [{ hears: "call now", presses: "1" }] }],
  };
  const [scenario] = parse({
    ...minimal,
    calls: [...minimal.calls, { command: "callbacks", at: 900, callees, expect: { placed: [] } }],
  });
  expect(scenario?.calls[1]).toMatchObject({
    command: "callbacks",
    at: 900,
    callees: {
      "+12125550133": [{ does: "busy" }, { does: "answers", steps: [{ act: { keys: "1" } }] }],
    },
    expect: { placed: [] },
  });
});

test("parseScenarios() reads what is known of numbers outside the house", () => {
  const reputation = { "+12125550188": { score: 700, lineType: "nonFixedVoip", lineStatus: "inactive" } };
  const addOns = {
    "+12125550188": {
      nomorobo_spamscore: { score: 1 },
      marchex_cleancall: { code: 61001, message: "Request timed out" },
      icehook_scout: { risk_level: 93, is_prepaid: true },
    },
  };
  expect(parse({ ...minimal, reputation, addOns })).toMatchObject([{ reputation, addOns }]);
  expect(parse(minimal)).toMatchObject([{ reputation: {}, addOns: {} }]);
});

test("parseScenarios() reads what the home's handsets do, and lets them dial any text", () => {
  const steps = [{ hears: "hello", presses: "1" }];
  const [scenario] = parse({
    ...minimal,
    phones: { home: "busy" },
    calls: [
      {
        from: "home:2",
        to: "212-555-0142;phone-context",
        phones: { home: ["unregistered", { answers: true, after: 4, seconds: 40, steps }] },
      },
    ],
  });
  expect(scenario?.phones).toEqual({ home: [{ does: "busy" }] });
  expect(scenario?.calls[0]).toMatchObject({
    to: "212-555-0142;phone-context",
    phones: {
      home: [
        { does: "unregistered" },
        {
          does: "answers",
          after: 4,
          seconds: 40,
          steps: [{ hears: { source: "hello" }, act: { does: "press", keys: "1" } }],
        },
      ],
    },
  });
});

test.each([
  "sync:GET graylist",
  "sync:post Patterns",
  "sync:* *",
  "sync:GET gray*",
  "function:*",
  "http:x.example",
])("parseScenarios() reads the target %s", (on) => {
  expect(parse(withFault(on))[0]?.faults).toMatchObject([{ on }]);
});

test("parseScenarios() reads which requests are broken, and how", () => {
  const rule = { fault: "lost", times: 2, after: 3 };
  expect(parse(withFault("smtp", rule))[0]?.faults).toEqual([
    { ...rule, on: "smtp", fault: { kind: "lost" } },
  ]);
});

test("parseScenarios() reads keys that an earlier step captured", () => {
  const [scenario] = parse(withSteps([{ hears: "(\\d) (\\d)" }, { hears: "silence", presses: "$1$2" }]));
  expect(scenario?.calls).toMatchObject([{ caller: [{}, { act: { keys: "$1$2" } }] }]);
});

test("parseScenarios() takes any value for a pattern, since owners write that document by hand", () => {
  const patterns = { "+1900*": "blocklist", "+1976*": null };
  expect(parse({ ...minimal, sync: { patterns } })[0]?.sync).toEqual({ patterns });
});

test("parseScenarios() names all problems at once, a line each", () => {
  expect(() => parse({ nam: "x", calls: [{ form: "x" }] })).toThrow(
    /name: .*\n.*calls\[0\]\.from: .*\n.*"form".*\n.*"nam"/,
  );
});

test("parseScenarios() says where a file is not JSON", () => {
  expect(parseScenarios('{"name": }', "calls.json").problems).toMatchObject([
    { file: "calls.json", line: 1, column: 10, allowed: expect.stringContaining("not JSON: ") },
  ]);
});

test("readScenarios() names every file that is missing", async () => {
  await expect(readScenarios(["/nowhere/a.json", "/nowhere/b.json"])).rejects.toThrow(
    "/nowhere/a.json: no such file\n/nowhere/b.json: no such file",
  );
});

function withCall(change: object) {
  return { ...minimal, calls: [{ from: "+12125550199", ...change }] };
}

function withPhone(home: unknown) {
  return { ...minimal, phones: { home } };
}

function withStep(step: object) {
  return withSteps([step]);
}

function withSteps(caller: readonly object[]) {
  return withCall({ caller });
}

function withRepute(repute: object) {
  return { ...minimal, reputation: { "+12125550188": repute } };
}

function withFault(on: string, more: object = {}) {
  return { ...minimal, faults: [{ on, fault: "reset", ...more }] };
}
