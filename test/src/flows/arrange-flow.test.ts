import { arrangeFlow } from "../../../src/flows/arrange-flow";
import { formatFlow } from "../../../src/flows/format-flow";

const ours = {
  description: "A flow",
  states: [
    { name: "Trigger", type: "trigger", transitions: [], properties: { offset: { x: 0, y: 0 } } },
    {
      name: "ask",
      type: "run-function",
      transitions: [{ event: "success", next: "say" }, { event: "fail" }],
      properties: {
        url: "https://gatehouse.example/x",
        parameters: [
          { key: "From", value: "1" },
          { value: "2", key: "To" },
        ],
      },
    },
  ],
  initial_state: "Trigger",
};

test("arrangeFlow() puts what is new after what the file has, at every level", () => {
  const live = {
    flags: { allow_concurrent_calls: true },
    initial_state: "Trigger",
    states: [
      { transitions: [], properties: {}, type: "say-play", name: "say" },
      {
        properties: {
          service_sid: "ZS",
          parameters: [
            { value: "0", key: "CallSid" },
            { value: "9", key: "To" },
            { type: "string", value: "1", key: "From" },
          ],
          url: "https://gatehouse.example/x",
        },
        transitions: [{ next: "ask", event: "other" }, { event: "fail" }, { next: "say", event: "success" }],
        type: "run-function",
        name: "ask",
      },
      {
        properties: { parameters: [], url: "y" },
        transitions: [{ next: "say", event: "success" }],
        type: "run-function",
        name: "ask_again",
      },
      { type: "trigger", name: "Trigger", properties: { offset: { y: 1, x: 1 } }, transitions: [] },
    ],
    description: "Another flow",
  };
  const [trigger, ask] = ours.states;
  expect(formatFlow(arrangeFlow(live, ours))).toBe(
    formatFlow({
      description: "Another flow",
      states: [
        { ...trigger, properties: { offset: { x: 1, y: 1 } } },
        {
          ...ask,
          transitions: [
            { event: "success", next: "say" },
            { event: "fail" },
            { event: "other", next: "ask" },
          ],
          properties: {
            url: "https://gatehouse.example/x",
            parameters: [
              { key: "CallSid", value: "0" },
              { value: "9", key: "To" },
              { key: "From", value: "1", type: "string" },
            ],
            service_sid: "ZS",
          },
        },
        { transitions: [], properties: {}, type: "say-play", name: "say" },
        {
          name: "ask_again",
          type: "run-function",
          transitions: [{ event: "success", next: "say" }],
          properties: { url: "y", parameters: [] },
        },
      ],
      initial_state: "Trigger",
      flags: { allow_concurrent_calls: true },
    }),
  );
});

test("a branch put before others leaves them as they are written", () => {
  const branch = (value: string) => ({ conditions: [{ value, type: "equal_to" }], event: "match" });
  const written = { event: "match", conditions: [{ type: "equal_to", value: "b" }] };
  const flowOf = (transitions: readonly object[]) => ({ states: [{ name: "route", transitions }] });
  const file = flowOf([{ event: "noMatch" }, branch("a"), written]);
  const live = flowOf([branch("new"), branch("a"), branch("b"), { event: "noMatch" }]);
  expect(formatFlow(arrangeFlow(live, file))).toBe(
    formatFlow(flowOf([{ event: "noMatch" }, branch("new"), branch("a"), written])),
  );
});
