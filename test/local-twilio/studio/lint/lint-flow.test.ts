import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { lintFlow } from "../../../../local-twilio/studio/lint/lint-flow";
import { readBindings } from "../../../../local-twilio/studio/lint/read-bindings";

const sound = JSON.parse(readFileSync(join(__dirname, "../fixtures/lint/sound-flow.json"), "utf8"));

const say = (text: string, next?: string) => ({
  name: "say",
  type: "say-play",
  transitions: [next === undefined ? { event: "audioComplete" } : { event: "audioComplete", next }],
  properties: { say: text },
});
const flowWith = (state: { readonly name: string }) => ({
  states: [
    {
      name: "Trigger",
      type: "trigger",
      transitions: [{ event: "incomingCall", next: "say" }],
      properties: {},
    },
    state,
  ],
  initial_state: "Trigger",
  flags: { allow_concurrent_calls: true },
});
const severities = (definition: unknown) =>
  lintFlow(definition).map(({ rule, severity }) => [rule, severity]);

describe("lintFlow()", () => {
  test("gaps in anybody else's export are warnings", () => {
    expect(severities(flowWith(say("Call +12125550123")))).toEqual([
      ["wiring", "warning"],
      ["literals", "warning"],
    ]);
  });

  test("what Studio refuses is an error in anybody's flow", () => {
    expect(severities(flowWith(say("Hi", "gone")))).toEqual([["transitions", "error"]]);
  });

  test("placeholder URLs show a flow that is kept as source, whose literals are errors", () => {
    const source = { ...say(""), properties: { play: "https://gatehouse.example/+12125550123.mp3" } };
    expect(severities(flowWith(source))).toContainEqual(["literals", "error"]);
  });

  test("bindings show a source too, whatever its URLs", () => {
    const problems = lintFlow(flowWith(say("Call +12125550123")), { ends: [] });
    expect(problems).toContainEqual(expect.objectContaining({ rule: "literals", severity: "error" }));
  });

  test("a loop that counts is left to its counter", () => {
    const set = (name: string, next: string) => ({
      name,
      type: "set-variables",
      transitions: [{ event: "next", next }],
    });
    const loop = (one: object, other: object) => ({
      ...flowWith(say("Hi", "a")),
      states: [...flowWith(say("Hi", "a")).states, one, other],
    });
    const variables = [{ key: "n", value: "{{flow.variables.n | plus: 1}}" }];
    const counter = { ...set("a", "b"), properties: { variables } };
    const split = {
      name: "b",
      type: "split-based-on",
      transitions: [{ event: "noMatch", next: "a" }],
      properties: { input: "{{flow.variables.n}}" },
    };
    expect(lintFlow(loop(counter, split)).map(({ rule }) => rule)).not.toContain("loops");
  });

  test("a caller who hangs up on the way of a fail needs no message taken", () => {
    const flow = structuredClone(sound.flow);
    const screen = flow.states.find(({ name }: { name: string }) => name === "screen");
    screen.transitions = [
      { event: "success", next: "route" },
      { event: "fail", next: "ring" },
    ];
    const exits = [{ event: "callCompleted", next: "take_message" }, { event: "hangup" }];
    flow.states.push({
      name: "ring",
      type: "connect-call-to",
      transitions: exits,
      properties: { noun: "client", to: "ann" },
    });
    expect(lintFlow(flow, sound.bindings).map(({ rule }) => rule)).toEqual(["wiring"]);
  });

  test("a widget that nothing leads to answers no call before it is rejected", () => {
    const lonely = { ...say("Hi", "reject"), name: "lonely" };
    const found = lintFlow({ ...sound.flow, states: [...sound.flow.states, lonely] }, sound.bindings);
    expect(found.map(({ rule }) => rule)).toEqual(["unreachable"]);
  });

  test("a Function that ends the call whatever comes of it may fail", () => {
    const log = {
      name: "log",
      type: "run-function",
      transitions: [{ event: "success" }, { event: "fail" }],
      properties: { url: "https://gatehouse.example/log" },
    };
    const flow = structuredClone(sound.flow);
    const greet = flow.states.find(({ name }: { name: string }) => name === "greet");
    greet.transitions = [{ event: "audioComplete", next: "log" }];
    const ends = [...sound.bindings.ends, "log.success", "log.fail"];
    expect(lintFlow({ ...flow, states: [...flow.states, log] }, { ...sound.bindings, ends })).toEqual([]);
  });

  test.each([
    "Press 5",
    "Route 212 by 555",
    "at 2026-01-05 10:00",
    "Reference 2012345678901",
    "order 100200300",
  ])("no phone number, secret or SID: %s", (words) => {
    expect(lintFlow(flowWith(say(words, "Trigger")))).toEqual([]);
  });

  test("what the caller's own webhook brings can be read", () => {
    const words = "{{widgets.say.CallStatus}} {{trigger.call.SipHeader_X-A}} {{flow.channel.address}}";
    expect(lintFlow(flowWith(say(words, "Trigger")))).toEqual([]);
  });

  test("a phone of our own is told that a Function failed, and leaves no message", () => {
    const run = {
      name: "run",
      type: "run-function",
      transitions: [
        { event: "success", next: "say" },
        { event: "fail", next: "say" },
      ],
      properties: { url: "https://gatehouse.example/run" },
    };
    const { states, ...rest } = flowWith(say("Sorry"));
    const [trigger, ...others] = states.map((state) =>
      state.name === "Trigger" ? { ...state, transitions: [{ event: "incomingCall", next: "run" }] } : state,
    );
    const flow = { ...rest, states: [trigger, run, ...others] };
    const failures = (attach: "numbers" | "sipDomain") =>
      lintFlow(flow, { ends: ["say.audioComplete"], attach }).filter(({ rule }) => rule === "fail-path");
    expect(failures("sipDomain")).toEqual([]);
    expect(failures("numbers")).toHaveLength(1);
    const silent = {
      ...flow,
      states: [trigger, { ...run, transitions: [{ event: "success", next: "say" }] }, ...others],
    };
    expect(lintFlow(silent, { ends: [], attach: "sipDomain" })).toContainEqual(
      expect.objectContaining({ rule: "fail-path", message: "fail ends the call without saying so" }),
    );
  });

  test("all-zero SIDs are no SIDs", () => {
    expect(lintFlow(flowWith(say(`ZS${"0".repeat(32)}`, "Trigger")))).toEqual([]);
  });

  test("never throws, whatever a flow holds", () => {
    const { states } = sound.flow;
    const name = fc.constantFrom("properties", "transitions", "name", "type");
    fc.assert(
      fc.property(fc.nat(states.length - 1), name, fc.jsonValue(), (index, key, value) => {
        const broken = states.map((state: object, at: number) =>
          at === index ? { ...state, [key]: value } : state,
        );
        lintFlow({ ...sound.flow, states: broken }, sound.bindings);
      }),
    );
    fc.assert(fc.property(fc.jsonValue(), (value) => void lintFlow(value)));
  });
});

describe("readBindings()", () => {
  test("reads one entry per flow and leaves the rest to deploying", () => {
    const text =
      '{"incoming-call":{"baseUrl":"https://gatehouse.example","ends":["a.b"],"callerIds":{}},"other":{"attach":"sipDomain"}}';
    expect([...readBindings(text)]).toEqual([
      ["incoming-call", { baseUrl: "https://gatehouse.example", ends: ["a.b"] }],
      ["other", { ends: [], attach: "sipDomain" }],
    ]);
  });

  test.each([
    ["[]", "JSON object"],
    ['{"a":1}', "a needs an object"],
    ['{"a":{"baseUrl":"nowhere"}}', "baseUrl"],
    ['{"a":{"ends":"x.y"}}', "ends of a"],
    ['{"a":{"ends":["x"]}}', "ends of a"],
  ])("refuses %s", (text, message) => {
    expect(() => readBindings(text)).toThrow(message);
  });
});
