import { findRefusals } from "../../../../local-twilio/studio/lint/find-refusals";

const state = (name: string, type: string, transitions: readonly object[], properties: unknown = {}) => ({
  name,
  type,
  transitions,
  properties,
});
const flowOf = (...states: readonly object[]) => ({
  states: [state("Trigger", "trigger", [{ event: "incomingCall" }]), ...states],
  initial_state: "Trigger",
});
const gather = (properties: object) =>
  state("menu", "gather-input-on-call", [{ event: "keypress" }], { say: "Press one", ...properties });
const connect = (properties: object) => state("ring", "connect-call-to", [], properties);
const split = (type: string) =>
  state(
    "route",
    "split-based-on",
    [{ event: "match", conditions: [{ friendly_name: "a", arguments: ["b"], type, value: "c" }] }],
    { input: "b" },
  );
const subflow = (flowSid: unknown) =>
  state("sub", "run-subflow", [], { flow_sid: flowSid, flow_revision: "LatestPublished" });

// Places and sentences as github.com/twilio/ai quotes them from Flow Validate: skills/twilio/twilio-studio-flows/SKILL.md.
test.each<[string, object, string, string]>([
  [
    "a boolean for a text",
    gather({ profanity_filter: true }),
    "profanity_filter",
    "boolean found, string expected",
  ],
  [
    "an integer for a text",
    connect({ noun: "number", time_limit: 3600 }),
    "time_limit",
    "integer found, string expected",
  ],
  ["a text for a boolean", gather({ stop_gather: "true" }), "stop_gather", "string found, boolean expected"],
  [
    "a value that is not listed",
    connect({ noun: "phone" }),
    "noun",
    "does not have a value in the enumeration [number, number-multi, client, conference, sim, sip]",
  ],
  ["a required property left out", connect({}), "noun", "is missing but it is required"],
  ["a required property that is null", connect({ noun: null }), "noun", "must not be null"],
  [
    "Liquid for a flow's SID",
    subflow("{{flow.flow_sid}}"),
    "flow_sid",
    "must be a valid, non-liquid flow sid",
  ],
])("findRefusals() quotes Studio on %s", (_name, widget, property, message) => {
  expect(findRefusals(flowOf(widget))).toEqual([
    { property_path: `#/states/1/properties/${property}`, message },
  ]);
});

test("findRefusals() lists every event that would do", () => {
  expect(findRefusals(flowOf(state("hi", "say-play", [{ event: "done" }], { say: "Hi" })))).toEqual([
    { property_path: "#/states/1/transitions/0/event", message: "must be a constant value audioComplete" },
  ]);
  const refused = findRefusals(
    flowOf(state("fn", "run-function", [{ event: "failed" }], { url: "https://a.example/" })),
  );
  expect(refused.map(({ message }) => message)).toEqual([
    "must be a constant value success",
    "must be a constant value fail",
  ]);
});

test("findRefusals() wants a flow that starts by REST for a widget that makes calls", () => {
  const call = state("call", "make-outgoing-call-v2", [], { from: "{{flow.channel.address}}", to: "a" });
  expect(findRefusals(flowOf(call))).toEqual([
    { property_path: "#/states/1/type", message: "can only be used in flows triggered by the REST API" },
  ]);
  const byRest = state("Trigger", "trigger", [{ event: "incomingRequest", next: "call" }]);
  expect(findRefusals({ states: [byRest, call], initial_state: "Trigger" })).toEqual([]);
});

test("findRefusals() lists the types and the conditions there are", () => {
  const [type] = findRefusals(flowOf(state("bye", "hangup", [])));
  expect(type).toEqual({
    property_path: "#/states/1/type",
    message: expect.stringMatching(/^does not have a value in the enumeration \[add-.*, trigger, .*\]$/),
  });
  expect(findRefusals(flowOf(split("is_equal")))).toEqual([
    {
      property_path: "#/states/1/transitions/0/conditions/0/type",
      message: expect.stringContaining("in the enumeration [equal_to, not_equal_to, "),
    },
  ]);
});

// https://www.twilio.com/docs/api/errors/81022: "Widget names are not unique", "Transition references a widget that
// doesn't exist"; Twilio's sentences for them are not known.
test("findRefusals() refuses two widgets of one name and transitions to none", () => {
  const say = (next?: string) => state("say", "say-play", [{ event: "audioComplete", next }], { say: "Hi" });
  expect(findRefusals(flowOf(say(), say())).map(({ property_path }) => property_path)).toEqual([
    "#/states/2/name",
  ]);
  expect(findRefusals(flowOf(say("gone"))).map(({ property_path }) => property_path)).toEqual([
    "#/states/1/transitions/0/next",
  ]);
});

// https://schemas.twilio.com/studio/draft/2019-09/flow-definition, as its types are published.
test.each<[string, unknown, string, string | undefined]>([
  ["no object", [], "#", "array found, object expected"],
  ["nothing", null, "#", "must not be null"],
  ["no states", { initial_state: "a" }, "#/states", "is missing but it is required"],
  ["states that are no list", { states: {}, initial_state: "a" }, "#/states", "object found, array expected"],
  ["an empty list", { ...flowOf(), states: [] }, "#/states", undefined],
  ["no first state", { states: flowOf().states }, "#/initial_state", "is missing but it is required"],
  ["flags of another shape", { ...flowOf(), flags: 1 }, "#/flags", "integer found, object expected"],
  [
    "flags without their member",
    { ...flowOf(), flags: {} },
    "#/flags/allow_concurrent_calls",
    "is missing but it is required",
  ],
  [
    "a description that is no text",
    { ...flowOf(), description: 1 },
    "#/description",
    "integer found, string expected",
  ],
  ["a member it does not have", { ...flowOf(), version: 1 }, "#/version", undefined],
  ["a state that is none", flowOf([]), "#/states/1", "array found, object expected"],
  [
    "a state without a name",
    flowOf({ ...split("equal_to"), name: undefined }),
    "#/states/1/name",
    "is missing but it is required",
  ],
  [
    "properties that are null",
    flowOf(state("a", "say-play", [], null)),
    "#/states/1/properties",
    "must not be null",
  ],
  [
    "a transition without an event",
    flowOf(state("a", "say-play", [{}], { say: "Hi" })),
    "#/states/1/transitions/0/event",
    "is missing but it is required",
  ],
])("findRefusals() refuses %s, and says where", (_name, definition, place, message) => {
  const here = findRefusals(definition).filter(({ property_path }) => property_path === place);
  expect(here).toContainEqual({ property_path: place, message: message ?? expect.any(String) });
});

test("findRefusals() leaves the house's own rules out", () => {
  const url = "https://user:secret@shop.example/SK0123456789abcdef0123456789abcdef";
  const loop = state("fn", "run-function", [{ event: "success", next: "fn" }], { url });
  const lost = state("blank", "run-function", [{ event: "fail" }], { url: "" });
  expect(findRefusals({ ...flowOf(loop, lost), flags: { allow_concurrent_calls: false } })).toEqual([]);
});
