import { diffFlows } from "../../../src/flows/diff-flows";
import { renderFlowDiff } from "../../../src/flows/render-flow-diff";

/** Transitions and conditions as Studio exports them. @see https://www.twilio.com/docs/studio/rest-api/v2/schemas */
const branch = (next: string | undefined, value: string, input = "{{x}}") => ({
  event: "match",
  ...(next === undefined ? {} : { next }),
  conditions: [{ friendly_name: `If value equal_to ${value}`, arguments: [input], type: "equal_to", value }],
});

const base = {
  description: "A flow",
  states: [
    {
      name: "Trigger",
      type: "trigger",
      transitions: [{ event: "incomingCall", next: "ask" }],
      properties: {},
    },
    {
      name: "ask",
      type: "run-function",
      transitions: [{ event: "success", next: "route" }, { event: "fail" }],
      properties: {
        url: "https://gatehouse.example/x",
        parameters: [
          { key: "From", value: "{{trigger.call.From}}" },
          { key: "NumDigits", value: "3" },
        ],
        offset: { x: 0, y: 0 },
      },
    },
    {
      name: "route",
      type: "split-based-on",
      transitions: [
        { event: "noMatch", next: "greet" },
        branch("greet", "a"),
        branch("ask", "b"),
        branch("greet", "c"),
      ],
      properties: { input: "{{x}}", offset: { x: 1, y: 1 } },
    },
    {
      name: "greet",
      type: "say-play",
      transitions: [{ event: "audioComplete" }],
      properties: {
        say: `Welcome to this house. ${"Please be kind to all who live here. ".repeat(3)}Goodbye`,
        loop: 1,
      },
    },
  ],
  initial_state: "Trigger",
  flags: { allow_concurrent_calls: true },
};

/** The flow as JSON with one text replaced. */
function edit(...replacements: readonly (readonly [string, string])[]): unknown {
  const text = replacements.reduce((edited, [from, to]) => {
    if (!edited.includes(from)) throw new Error(`the flow has no ${from}`);
    return edited.replaceAll(from, to);
  }, JSON.stringify(base));
  return JSON.parse(text);
}

const json = JSON.stringify;

test.each<[string, unknown, string]>([
  ["a number", edit(['"loop":1', '"loop":2']), "greet\n  loop: 1 → 2"],
  [
    "a long text, where it begins to differ",
    edit(["Goodbye", "So long"]),
    'greet\n  say: … who live here. Goodbye" → … who live here. So long"',
  ],
  ["a parameter, by its key", edit(['"value":"3"', '"value":"4"']), 'ask\n  parameters.NumDigits: "3" → "4"'],
  [
    "a parameter that is new",
    edit(['{"key":"NumDigits"', '{"key":"To","value":"{{trigger.call.To}}"},{"key":"NumDigits"']),
    'ask\n  parameters.To: nothing → "{{trigger.call.To}}"',
  ],
  [
    "an exit that leads elsewhere",
    edit(['"event":"success","next":"route"', '"event":"success","next":"greet"']),
    "ask\n  success: route → greet",
  ],
  [
    "an exit that leads nowhere now",
    edit(['"success","next":"route"', '"success"']),
    "ask\n  success: route → ends",
  ],
  [
    "an exit that is connected",
    edit(['"event":"fail"', '"event":"fail","next":"greet"']),
    "ask\n  fail: ends → greet",
  ],
  ["an exit that is gone", edit([',{"event":"fail"}', ""]), "ask\n  fail: ends → nothing"],
  [
    "a branch",
    edit([json(branch("ask", "b")), json(branch("greet", "b"))]),
    "route\n  match equal_to b: ask → greet",
  ],
  [
    "what a branch asks",
    edit([json(branch("ask", "b")), json(branch("ask", "z"))]),
    'route\n  branch: "match equal_to b" → "match equal_to z"',
  ],
  [
    "a new branch, wherever it stands",
    edit([json(branch("greet", "a")), `${json(branch("ask", "n"))},${json(branch("greet", "a"))}`]),
    "route\n  match equal_to n: nothing → ask",
  ],
  [
    "a branch that is gone",
    edit([`${json(branch("ask", "b"))},`, ""]),
    "route\n  match equal_to b: ask → nothing",
  ],
  [
    "branches in another order",
    edit([
      `${json(branch("greet", "a"))},${json(branch("ask", "b"))}`,
      `${json(branch("ask", "b"))},${json(branch("greet", "a"))}`,
    ]),
    'route\n  order of branches: ["equal_to a","equal_to b","equal_to c"] → ["equal_to b","equal_to a","equal_to c"]',
  ],
  [
    "what is asked of a branch's input",
    edit([json(branch("ask", "b")), json(branch("ask", "b", "{{y}}"))]),
    "route\n  exit match equal_to b.conditions: ",
  ],
  [
    "the place on the canvas, in one line for all",
    edit(['"x":0', '"x":9'], ['"x":1', '"x":8']),
    "moved on the canvas: ask, route",
  ],
  [
    "a type",
    edit(['"type":"say-play"', '"type":"send-message"']),
    'greet\n  type: "say-play" → "send-message"',
  ],
  ["a flag", edit(["true", "false"]), "the flow itself\n  flags.allow_concurrent_calls: true → false"],
  ["the description", edit(["A flow", "The flow"]), 'the flow itself\n  description: "A flow" → "The flow"'],
  ["a widget's name", edit(['"greet"', '"welcome"']), "welcome\n  was called greet"],
  [
    "two names at once, of widgets that lead to each other",
    edit(['"ask"', '"query"'], ['"route"', '"split"']),
    "query\n  was called ask\nsplit\n  was called route",
  ],
])("a difference in %s", (_name, edited, text) => {
  expect(renderFlowDiff(diffFlows(base, edited))).toContain(text);
  expect(renderFlowDiff(diffFlows(base, edited)).split("\n").length).toBe(text.trim().split("\n").length);
});

test("a new widget is shown with what it does, and one that is gone by its name", () => {
  const vip = {
    name: "ring_vip",
    type: "connect-call-to",
    transitions: [{ event: "callCompleted", next: "greet" }, { event: "hangup" }],
    properties: { noun: "number", timeout: 20, offset: { x: 5, y: 5 } },
  };
  const more = { ...base, states: [...base.states, vip] };
  expect(renderFlowDiff(diffFlows(base, more)).split("\n")).toEqual([
    "+ ring_vip (connect-call-to)",
    '    noun: "number"',
    "    timeout: 20",
    "    callCompleted → greet",
  ]);
  expect(renderFlowDiff(diffFlows(more, base))).toBe("- ring_vip (connect-call-to)");
});

test.each<[string, unknown, unknown]>([
  ["no flow", base, null],
  ["a list", [], base],
  ["states that are none", base, { ...base, states: {} }],
  ["a state that is none", base, { ...base, states: [...base.states, 5] }],
  ["a name twice", base, { ...base, states: [...base.states, base.states[0]] }],
  [
    "properties that are none",
    base,
    { ...base, states: [{ ...base.states[0], properties: null }, ...base.states.slice(1)] },
  ],
  [
    "transitions that are none",
    base,
    { ...base, states: [{ ...base.states[0], transitions: 5 }, ...base.states.slice(1)] },
  ],
  [
    "a transition that is none",
    base,
    {
      ...base,
      states: [
        { ...base.states[0], transitions: [...(base.states[0]?.transitions ?? []), 5] },
        ...base.states.slice(1),
      ],
    },
  ],
])("even %s makes a difference", (_name, before, after) => {
  expect(diffFlows(before, after)).not.toEqual([]);
  expect(diffFlows(after, before)).not.toEqual([]);
  expect(diffFlows(after, after)).toEqual([]);
});

test("a difference that has no other words names the widget, and a name that is there twice is numbered", () => {
  const [trigger, ...others] = base.states;
  const odd = { ...trigger, transitions: [...(trigger?.transitions ?? []), 5] };
  expect(diffFlows(base, { ...base, states: [odd, ...others] })).toEqual([
    { kind: "changed", widget: "Trigger", what: "definition", before: trigger, after: odd },
  ]);
  expect(diffFlows(base, { ...base, states: [...base.states, trigger] })).toEqual([
    { kind: "added", widget: "Trigger #2", type: "trigger", state: trigger },
  ]);
});
