import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import type { Arrival } from "../../local-twilio/studio/events";
import { createExecution } from "../../local-twilio/studio/execution";
import { checkFlowFile } from "../../local-twilio/studio/lint/check-flow-file";
import { createFlowGraph } from "../../local-twilio/studio/lint/flow-graph";
import { renderLiquid } from "../../local-twilio/studio/liquid/render-liquid";
import { parseFlow } from "../../local-twilio/studio/parse-flow";
import { compare } from "../../local-twilio/studio/widgets/operators";
import { bindFlow } from "../../src/flows/bind-flow";
import { readFlowFiles } from "../../src/flows/read-flow-files";
import { emergencyNumbersOf } from "../../src/telephony/emergency-numbers";
import { parseSipDestination } from "../../src/telephony/parse-sip-destination";
import { NOW, type Run, take } from "../local-twilio/studio/run-flow";

const root = join(__dirname, "../..");
const FILE = join(root, "studio/outgoing-call.json");
const text = readFileSync(FILE, "utf8");
const flow = parseFlow(text);
const state = (name: string) => {
  const found = flow.states.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no widget ${name}`);
  return found;
};
const CALLER_ID = "+12125550100";
const DOMAIN = "home.sip.twilio.com";

test("the flow has no problem that the lint knows", () => {
  expect(checkFlowFile(FILE).problems).toEqual([]);
});

test("every URL in the flow is that of a Function", () => {
  const paths = [...text.matchAll(/"https:\/\/gatehouse\.example([^"?]*)/g)].map(([, path]) => path ?? "");
  expect(new Set(paths).size).toBe(4);
  const isFunction = (path: string) => existsSync(join(root, `functions${path}.protected.ts`));
  expect(paths.filter((path) => !isFunction(path))).toEqual([]);
  expect(text.match(/https:\/\/(?!gatehouse\.example)/g)).toBeNull();
});

test("the canvas is a grid that reads from left to right", () => {
  const place = (name: string) => JSON.parse(JSON.stringify(state(name).properties.offset ?? {}));
  const places = flow.states.map(({ name }) => `${place(name).x},${place(name).y}`);
  expect(new Set(places).size).toBe(places.length);
  const backwards = flow.states.flatMap(({ name, transitions }) =>
    transitions.flatMap(({ next }) =>
      next !== undefined && place(next).x <= place(name).x ? [`${name} > ${next}`] : [],
    ),
  );
  expect(backwards).toEqual([]);
});

describe("a call for help", () => {
  test("meets a Split before anything else, and no Function until it is over", () => {
    const first = state("Trigger").transitions.find(({ event }) => event === "incomingCall")?.next ?? "";
    expect(state(first).type).toBe("split-based-on");
    const graph = createFlowGraph(flow);
    const way = ["connect_emergency", ...graph.after("connect_emergency")];
    const types = way.filter((name) => name !== "note_emergency").map((name) => state(name).type);
    expect(new Set(types)).toEqual(new Set(["connect-call-to", "split-based-on", "say-play"]));
  });

  // "Attested in Twilio text or accepted exports"; see also "Liquid for Designers", which Twilio's page reproduces:
  // https://www.twilio.com/docs/studio/user-guide/liquid-template-language
  test("is found with filters that Studio is known to have", () => {
    const known =
      "plus minus default replace to_json url_encode date downcase upcase strip remove append split first last";
    const used = [...text.matchAll(/\|\s*([a-z_]+)/g)].map(([, filter]) => filter ?? "");
    expect(used.length).toBeGreaterThan(20);
    expect(used.filter((filter) => !known.split(" ").includes(filter))).toEqual([]);
  });
});

/** What the flow's first Split makes of a dialled URI, where deploy has filled in a country's numbers. */
function isHelpToFlow(to: string, country: string): boolean {
  const { properties, transitions } = state("dialled");
  const [condition] = transitions.flatMap(({ conditions = [] }) => conditions);
  if (condition?.type !== "matches_any_of") throw new Error("the Split compares otherwise");
  const world = {
    variables: { trigger: { call: { To: to } } },
    now: NOW,
    timezone: "UTC",
    warn: () => undefined,
  };
  const input = renderLiquid(String(properties.input), world);
  return compare(condition.type, input, emergencyNumbersOf(country).join(", ")) ?? false;
}
const isHelpToParser = (to: string, country: string): boolean => {
  const destination = parseSipDestination(to, country);
  return destination.kind === "emergency" && emergencyNumbersOf(country).includes(destination.digits);
};

describe("the flow and the Functions take the same calls for calls for help", () => {
  const country = fc.constantFrom("US", "GB", "FR", "DE", "AU", "TH", "JP", "XX");
  const scraps = [
    "9",
    "1",
    "2",
    "0",
    "911",
    "112",
    "999",
    "000",
    "+",
    "%2B",
    "%20",
    "-",
    ".",
    "(",
    ")",
    " ",
    "@",
    ";",
    ":",
    "sip:",
    "SIPS:",
    "Tel:",
    "x",
    "*",
    "#",
    "%",
    DOMAIN,
    "user=phone",
  ];
  const uri = fc.oneof(
    fc.array(fc.constantFrom(...scraps), { maxLength: 9 }).map((parts) => parts.join("")),
    fc.string({ unit: "binary" }),
    fc
      .tuple(fc.constantFrom("911", "9 1-1", "(112)", "+999", "000"), fc.string())
      .map(([user, rest]) => `sip:${user}@${rest}`),
  );
  test("whatever is dialled", () => {
    let agreed = 0;
    fc.assert(
      fc.property(uri, country, (to, where) => {
        // Digits written as %hh, which no phone does, are read by the Functions only; they connect them too.
        fc.pre(!/%3\d/.test(to));
        const help = isHelpToFlow(to, where);
        expect(isHelpToParser(to, where)).toBe(help);
        if (help) agreed += 1;
      }),
      { numRuns: 3000 },
    );
    expect(agreed).toBeGreaterThan(100);
  });
  test.each([
    "sip:911@x",
    "sip:%2B911@x:5060;transport=tls",
    "sips:9-1-1;user=phone@x",
    "SIP:+911@x",
    "tel:911",
    "sip:911:pw@x",
    "sip:933@x",
    // A soft phone sends the # that ends dialling as part of the number, and others complete every number with +1.
    "sip:911%23@x",
    "sip:911#@x",
    "sip:+1911@x",
    "sip:1-911@x",
    "sip:%2B1933@x",
  ])("%s", (to) => {
    expect([isHelpToFlow(to, "US"), isHelpToParser(to, "US")]).toEqual([true, true]);
  });
  test.each(["sip:12125551911@x", "sip:11911@x", "sip:1912@x", "sip:91111@x", "sip:*911@x"])(
    "%s is not",
    (to) => {
      expect([isHelpToFlow(to, "US"), isHelpToParser(to, "US")]).toEqual([false, false]);
    },
  );
  // "You can call emergency numbers with or without the country code": the page that emergency-numbers.ts names
  test("another country's code in front is read by the Function", () => {
    expect(isHelpToFlow("sip:+44999@x", "GB")).toBe(false);
    expect(parseSipDestination("sip:+44999@x", "GB")).toMatchObject({ kind: "emergency", dial: "999" });
  });
  test("digits written as %hh still reach help, by the Function", () => {
    expect([isHelpToFlow("sip:%3911@x", "US"), isHelpToParser("sip:%3911@x", "US")]).toEqual([false, true]);
  });
});

/** The flow as deploy leaves it, called by a SIP phone. @see https://www.twilio.com/docs/voice/api/sip-twiml */
function dial(user: string): Run {
  const source = readFlowFiles(root).find(({ name }) => name === "outgoing-call");
  if (source === undefined) throw new Error("no outgoing-call");
  const values = { "home.callerId": CALLER_ID, "home.emergencyNumbers": emergencyNumbersOf("US").join(", ") };
  const bound = parseFlow(bindFlow(source, { domainUrl: "https://house.example", values }));
  deployed = bound;
  const identity = { sid: "FN1", flowSid: "FW1", accountSid: "AC1" };
  const trigger = {
    CallSid: "CA00000000000000000000000000000001",
    From: `sip:phone@${DOMAIN}`,
    To: `sip:${user}@${DOMAIN}`,
    SipUsername: "phone",
    CallStatus: "ringing",
  };
  return take(bound, { execution: createExecution(identity), effects: [] }, { type: "start", trigger });
}
let deployed = flow;
const on = (run: Run, ...arrivals: readonly Arrival[]): Run =>
  arrivals.reduce((current, arrival) => take(deployed, current, arrival), run);
const last = (run: Run) => run.effects.at(-1);
const dialled = (status: string, more: Record<string, string> = {}): Arrival => ({
  type: "webhook",
  flowEvent: "callCompleted",
  parameters: { CallStatus: "in-progress", DialCallStatus: status, ...more },
});
const spoken: Arrival = {
  type: "webhook",
  flowEvent: "audioComplete",
  parameters: { CallStatus: "in-progress" },
};
const hangUp = (DialCallStatus: string): Arrival => ({
  type: "webhook",
  flowEvent: "callCompleted",
  parameters: { CallStatus: "completed", DialCallStatus },
});
const failed: Arrival = { type: "response", response: { kind: "failed", reason: "every Function is down" } };
const answered = (body: object): Arrival => ({
  type: "response",
  response: { kind: "reply", status: 200, contentType: "application/json", body: JSON.stringify(body) },
});
const twiml = (run: Run): string => {
  const effect = last(run);
  return effect?.type === "respond" ? effect.twiml : `${effect?.type}`;
};
const asked = (run: Run) => {
  const effect = last(run);
  return effect?.type === "request" ? { url: effect.request.url, ...effect.request.parameters } : effect;
};

describe("911 with every Function failing", () => {
  test.each(["911", "%2B911", "911;user=phone", "9-1-1"])(
    "%s is dialled at once, with the home's number",
    (user) => {
      const run = dial(user);
      expect(run.execution.path).toEqual(["Trigger", "dialled", "connect_emergency"]);
      expect(twiml(run)).toMatch(
        new RegExp(`<Dial [^>]*callerId="\\${CALLER_ID}"[^>]*>\\s*<Number>911</Number>`),
      );
      const end = on(run, dialled("completed"), failed);
      expect(end.execution.path.slice(3)).toEqual([
        "emergency_result",
        "note_emergency",
        "emergency_outcome",
      ]);
      expect(last(end)).toEqual({ type: "end", reason: "transition" });
    },
  );
  // Say/Play has no exit for who hangs up: https://www.twilio.com/docs/studio/widget-library/sayplay
  test.each(["failed", "busy", "no-answer", ""])(
    "%j: dialled once more, noted while the caller is still there, then another telephone is asked for",
    (status) => {
      const again = on(dial("911"), dialled(status));
      expect(twiml(again)).toContain("<Number>911</Number>");
      const noted = on(again, dialled(status));
      expect(asked(noted)).toMatchObject({
        url: "https://house.example/home/emergency-called",
        DialCallStatus: status,
        To: `sip:911@${DOMAIN}`,
      });
      const said = on(noted, failed);
      expect(twiml(said)).toContain("use another telephone right now");
      expect(last(on(said, spoken))).toEqual({ type: "end", reason: "transition" });
    },
  );
  test("the second try is enough", () => {
    expect(asked(on(dial("911"), dialled("failed"), dialled("completed")))).toMatchObject({
      DialCallStatus: "completed",
    });
  });
  test.each(["completed", "canceled"])("whoever hangs up (%s) is noted too, and told nothing", (status) => {
    const gone = on(dial("911"), hangUp(status));
    expect(asked(gone)).toMatchObject({ url: "https://house.example/home/emergency-called" });
    expect(last(on(gone, answered({})))).toEqual({ type: "end", reason: "transition" });
  });
  test("933 goes the same way", () => {
    expect(twiml(dial("933"))).toContain("<Number>933</Number>");
  });
});

describe("every other call", () => {
  const CONNECT = {
    action: "connect",
    to: "+12125550150",
    callerId: CALLER_ID,
    timeLimit: 600,
    say: "",
    ticket: "",
    usageDay: "2026-01-05",
  };
  test("asks the Function, which is told who calls whom", () => {
    expect(asked(dial("2125550150"))).toEqual({
      url: "https://house.example/home/authorize-outbound",
      CallSid: "CA00000000000000000000000000000001",
      From: `sip:phone@${DOMAIN}`,
      To: `sip:2125550150@${DOMAIN}`,
      SipUsername: "phone",
    });
  });
  test("with the Function down it is refused, politely and without another one", () => {
    const run = on(dial("2125550150"), failed);
    expect(twiml(run)).toContain("this call cannot be placed right now");
    expect(last(on(run, spoken))).toEqual({ type: "end", reason: "transition" });
  });
  test("is connected with the home's number and a time limit; its end settles what it took", () => {
    const run = on(dial("2125550150"), answered(CONNECT));
    expect(twiml(run)).toMatch(/<Dial [^>]*timeLimit="600"/);
    expect(twiml(run)).toContain("<Number>+12125550150</Number>");
    const end = on(run, dialled("completed", { DialCallDuration: "61" }));
    expect(asked(end)).toMatchObject({
      url: "https://house.example/home/outgoing-ended",
      Authorization: JSON.stringify(CONNECT),
      DialCallStatus: "completed",
      DialCallDuration: "61",
    });
  });
  test.each([
    ["busy", "The line is busy"],
    ["no-answer", "Nobody answered"],
    ["failed", "could not be reached"],
  ])("%s is noted, whoever hears it out or not, and said", (status, words) => {
    const noted = on(dial("2125550150"), answered(CONNECT), dialled(status));
    expect(asked(noted)).toMatchObject({ DialCallStatus: status });
    for (const reply of [answered({}), failed]) expect(twiml(on(noted, reply))).toContain(words);
    expect(last(on(noted, failed, spoken))).toEqual({ type: "end", reason: "transition" });
  });
  test.each(["completed", "canceled"])("who has hung up (%s) is told nothing more", (status) => {
    const noted = on(dial("2125550150"), answered(CONNECT), hangUp(status));
    expect(asked(noted)).toMatchObject({ DialCallStatus: status });
    expect(last(on(noted, answered({})))).toEqual({ type: "end", reason: "transition" });
  });
  test.each([
    ["a refusal", { action: "refuse", say: "Not on the list." }, "Not on the list."],
    ["an answer that is none", {}, "cannot be placed right now"],
  ])("%s is spoken", (_name, reply, words) => {
    const run = on(dial("2125550150"), answered(reply));
    expect(twiml(run)).toContain(words);
    expect(asked(on(run, spoken))).toMatchObject({
      url: "https://house.example/home/outgoing-ended",
      DialCallStatus: "",
    });
  });
  test("the owner is asked with a ticket; who is not put through is told so", () => {
    const run = on(dial("2125550150"), answered({ ...CONNECT, action: "owner", ticket: "abc" }));
    expect(twiml(run)).toContain(
      "https://house.example/home/ask-owner?flow=FW1&amp;to=%2B12125550150&amp;ticket=abc",
    );
    const back = (DialBridged: string): Arrival => ({
      type: "webhook",
      flowEvent: "return",
      parameters: { CallStatus: "in-progress", DialCallStatus: "completed", DialBridged },
    });
    expect(asked(on(run, back("true")))).toMatchObject({ OwnerDialBridged: "true", DialCallStatus: "" });
    const unheard = on(run, back("false"));
    expect(asked(unheard)).toMatchObject({ OwnerDialBridged: "false" });
    expect(twiml(on(unheard, answered({})))).toContain("Nobody can put you through");
  });
});
