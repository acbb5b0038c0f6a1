import fc from "fast-check";
import { parseFlow, readFlow } from "../../../local-twilio/studio/parse-flow";

const trigger = {
  name: "Trigger",
  type: "trigger",
  transitions: [{ event: "incomingCall" }],
  properties: {},
};
const flow = {
  description: "A flow",
  states: [trigger],
  initial_state: "Trigger",
  flags: { allow_concurrent_calls: true },
};

test("parseFlow() reads a flow, from text or object", () => {
  expect(parseFlow(flow)).toEqual(flow);
  expect(parseFlow(JSON.stringify(flow))).toEqual(flow);
});

// twilio/ai, studio flows skill: an unconnected transition leaves `next` out, "" is accepted too.
test("parseFlow() takes an empty next as none", () => {
  const states = [{ ...trigger, transitions: [{ event: "incomingCall", next: "" }] }];
  expect(parseFlow({ ...flow, states }).states[0]?.transitions).toEqual([{ event: "incomingCall" }]);
});

test.each([
  ["no object", [], "a flow is a JSON object"],
  ["no states", {}, "states is missing"],
  ["no initial state", { states: [trigger] }, "initial_state is missing"],
  ["an initial state that is none", { ...flow, initial_state: "x" }, 'initial_state "x" names no state'],
  ["flags without their member", { ...flow, flags: {} }, "allow_concurrent_calls"],
  ["another schema", { ...flow, $schema: "https://x.example/" }, "$schema can only be"],
  ["something invented", { ...flow, version: 1 }, '"version" is not a member'],
  [
    "a state without properties",
    { ...flow, states: [{ ...trigger, properties: null }] },
    "Trigger: properties is missing",
  ],
  ["a v1 export", { states: [{ name: "a", type: "InitialState", transitions: [] }] }, "export of Studio v1"],
])("parseFlow() refuses %s", (_name, definition, message) => {
  expect(() => parseFlow(definition)).toThrow(message);
});

test("parseFlow() names every problem at once", () => {
  expect(() => parseFlow({ ...flow, flags: {}, initial_state: "" })).toThrow(/initial_state.*; .*flags/);
});

test("parseFlow() says that text is no JSON", () => {
  expect(() => parseFlow("{")).toThrow(SyntaxError);
});

test("readFlow() never throws", () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => void readFlow(value)));
  fc.assert(fc.property(fc.array(fc.jsonValue()), (states) => void readFlow({ ...flow, states })));
});
