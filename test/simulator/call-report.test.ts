import type { FunctionEntry } from "../../local-twilio/journal";
import type { CallOutcome } from "../../local-twilio/voice/call-outcome";
import { reportCall } from "../../simulator/call-report";
import { paintFor } from "../../simulator/paint";
import { printCall, printScenario } from "../../simulator/print-report";

const outcome: CallOutcome = {
  callSid: `CA${"1".repeat(32)}`,
  from: "+12125550199",
  to: "+12125550100",
  answered: true,
  status: "completed",
  heard: [
    { kind: "say", text: "Press 4 2 7" },
    { kind: "silence", text: "silence" },
    { kind: "play", text: "https://h.example/a.mp3" },
    { kind: "beep", text: "beep" },
  ],
  pressed: ["427"],
  dialed: [],
  called: [],
  recordings: [{ sid: `RE${"2".repeat(32)}`, seconds: 6 }],
  hungUpBy: "twilio",
  applicationError: false,
  errors: [],
  events: [
    {
      at: 0,
      kind: "requested",
      text: `POST https://webhooks.twilio.com/v1/Accounts/AC1/Flows/FW1?FlowEvent=x`,
    },
    { at: 0, kind: "heard", text: "say: Press 4 2 7" },
    { at: 2.4, kind: "heard", text: "silence" },
    { at: 2.4, kind: "pressed", text: "427" },
  ],
  afterwards: Promise.resolve(),
};

const meeting = { phones: [], room: null, talked: false };

const verdict = {
  action: "challenge",
  rule: "challenge",
  reason: "a stranger",
  trace: ["contacts: not in the address book"],
  say: "x",
};

function entry(path: string, status: number, body: unknown): FunctionEntry {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return { callSid: outcome.callSid, path, status, ms: 3, parameters: {}, body: text };
}

const screened = entry("/incoming/screen", 200, verdict);

test("reportCall() tells what was seen: words heard, the verdict as it was replied, requests in order", () => {
  const functions = [screened, entry("/incoming/check-challenge", 200, { result: "right" })];
  expect(reportCall({ outcome, functions, path: ["Trigger"], syncRequests: 4, meeting })).toEqual({
    callSid: outcome.callSid,
    from: "+12125550199",
    to: "+12125550100",
    disposition: "voicemail",
    answered: true,
    verdict,
    path: ["Trigger"],
    heard: ["Press 4 2 7", "https://h.example/a.mp3"],
    pressed: ["427"],
    dialed: [],
    whispered: [],
    rang: [],
    room: null,
    phoneHeard: [],
    recordings: outcome.recordings,
    functions: [
      { path: "/incoming/screen", status: 200, ms: 3 },
      { path: "/incoming/check-challenge", status: 200, ms: 3 },
    ],
    syncRequests: 4,
  });
});

test("reportCall() tells what callees heard before they were connected", () => {
  const callee = (to: string, texts: readonly string[], pressed: readonly string[]): CallOutcome => ({
    ...{ ...outcome, to, pressed },
    heard: texts.map((text) => ({ kind: text === "conversation" ? text : "say", text })),
  });
  const called = [
    callee("+12125550131", ["A call for finance"], []),
    callee("+12125550132", ["A call for finance", "conversation", "A call is recorded"], ["1"]),
    callee("+12125550133", ["conversation"], []),
  ];
  const sightings = { outcome: { ...outcome, called }, functions: [], path: [], syncRequests: 0, meeting };
  expect(reportCall(sightings).whispered).toEqual([
    { to: "+12125550131", heard: ["A call for finance"], pressed: [] },
    { to: "+12125550132", heard: ["A call for finance"], pressed: ["1"] },
  ]);
});

test("reportCall() takes a name that was recorded on the way to a phone for no message", () => {
  const asked = (url: string) => ({ at: 0, kind: "requested", text: `POST ${url}` }) as const;
  const recorded = { at: 3, kind: "recorded", text: "6 seconds" } as const;
  const flow = asked("https://webhooks.twilio.com/v1/Accounts/AC1/Flows/FW1?FlowEvent=return");
  const name = [asked("/office/connect?flow=FW1"), recorded];
  const functions = [entry("/incoming/screen", 200, { ...verdict, action: "announce" })];
  const ended = (events: CallOutcome["events"], recordings: CallOutcome["recordings"]) =>
    reportCall({
      ...{ functions, path: [], syncRequests: 0, meeting },
      outcome: { ...outcome, events, recordings, hungUpBy: "caller" },
    }).disposition;
  const [recording] = outcome.recordings;
  const both = recording === undefined ? [] : [recording, recording];
  expect(ended(name, outcome.recordings)).toBe("abandoned");
  expect(ended([...name, flow, recorded], both)).toBe("voicemail");
});

test.each<[string, FunctionEntry[]]>([
  ["nobody asked for one", []],
  ["the Function failed", [entry("/incoming/screen", 500, verdict)]],
  ["the reply is no JSON", [entry("/incoming/screen", 200, "\u0000<<<garbage>>>{")]],
  ["the reply is another document", [entry("/incoming/screen", 200, { ok: true })]],
])("reportCall() reports no verdict when %s", (_sentence, functions) => {
  expect(reportCall({ outcome, functions, path: [], syncRequests: 0, meeting }).verdict).toBeNull();
});

test("printCall() numbers the timeline, and paints only for a terminal that wants colours", () => {
  const report = reportCall({
    outcome,
    functions: [screened],
    path: ["Trigger", "screen_call"],
    syncRequests: 4,
    meeting,
  });
  const plain = printCall({ outcome, report, phones: [] }, paintFor({ isTTY: false }, {}));
  expect(plain.split("\n")).toEqual([
    "Call from +12125550199 to +12125550100",
    "   1     0.0 s  requested POST the flow?FlowEvent=x",
    "   2     0.0 s  heard     say: Press 4 2 7",
    "   3     2.4 s  pressed   427",
    "  path     Trigger > screen_call",
    "  asked    contacts: not in the address book",
    "  verdict  challenge by the rule challenge: a stranger",
    "  end      voicemail (1 Functions, 4 Sync requests before the first word)",
  ]);
  expect(printCall({ outcome, report, phones: [] }, paintFor({ isTTY: true }, { NO_COLOR: "1" }))).toBe(
    plain,
  );
  expect(printCall({ outcome, report, phones: [] }, paintFor({ isTTY: true }, {}))).toContain("\u001b[1m");
});

test("printScenario() shows what failed, and then what the Functions wrote", () => {
  const run = {
    calls: [],
    placed: [],
    logs: [{ path: "/incoming/screen", level: "error" as const, text: "oh" }],
    report: {
      name: "a call",
      ok: false,
      failures: ["call 1: lost"],
      calls: [],
      placed: [],
      mail: [{ to: "ann@example.com", subject: "Voicemail", text: "one\n\ntwo" }],
      texts: [{ from: "+12125550100", to: "+12125550190", body: "55-J01LY\nJOLLY: merry" }],
      sync: {},
      complaints: ["too late"],
    },
  };
  expect(printScenario(run, paintFor({}, {})).trimEnd().split("\n")).toEqual([
    "FAIL a call",
    "Mail to ann@example.com: Voicemail",
    "    one",
    "",
    "    two",
    "Text message to +12125550190 from +12125550100:",
    "    55-J01LY",
    "    JOLLY: merry",
    "  /incoming/screen error: oh",
    "  failed: call 1: lost",
    "  complaint: too late",
  ]);
});
