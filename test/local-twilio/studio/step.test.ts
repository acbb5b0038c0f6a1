import type { Flow, State } from "../../../local-twilio/studio/flow";
import { CALL, runFlow, take } from "./run-flow";

const state = (
  name: string,
  type: string,
  exits: Record<string, string | undefined>,
  properties = {},
): State => ({
  name,
  type,
  transitions: Object.entries(exits).map(([event, next]) =>
    next === undefined ? { event } : { event, next },
  ),
  properties,
});
const flowOf = (...states: State[]): Flow => ({ states, initial_state: states[0]?.name ?? "" });
const trigger = (next: string) => state("Trigger", "trigger", { incomingCall: next });
const say = (name: string, next?: string) => state(name, "say-play", { audioComplete: next }, { say: name });
const set = (name: string, next?: string) => state(name, "set-variables", { next });
const fn = (name: string, success?: string, fail?: string) =>
  state(name, "run-function", { success, fail }, { url: "https://gatehouse.example/fn" });
const ok = {
  type: "response",
  response: { kind: "reply", status: 200, contentType: "application/json", body: "{}" },
} as const;
const spoken = {
  type: "webhook",
  flowEvent: "audioComplete",
  parameters: { ...CALL, CallStatus: "in-progress" },
} as const;
const over = { type: "callEnded", parameters: { ...CALL, CallStatus: "completed" } } as const;

describe("step()", () => {
  // https://www.twilio.com/docs/studio/user-guide/get-started: widgets run until one needs the call.
  test("parks at the first widget that needs the call, then goes on from the webhook", () => {
    const flow = flowOf(trigger("a"), set("a", "b"), say("b", "c"), say("c"));
    const first = runFlow(flow);
    expect(first.execution).toMatchObject({
      path: ["Trigger", "a", "b"],
      awaiting: "webhook",
      status: "active",
    });
    const second = take(flow, first, spoken);
    expect(second.effects.map(({ type }) => type)).toEqual(["respond", "respond"]);
    const last = take(flow, second, spoken);
    expect(last.execution).toMatchObject({ path: ["Trigger", "a", "b", "c"], status: "ended", error: null });
    expect(last.effects.at(-1)).toEqual({ type: "end", reason: "transition" });
  });

  test("a call that no transition wants ends at once", () => {
    const { execution, effects } = runFlow(flowOf(state("Trigger", "trigger", { incomingCall: undefined })));
    expect([execution.path, effects]).toEqual([["Trigger"], [{ type: "end", reason: "transition" }]]);
  });

  // https://www.twilio.com/docs/studio/widget-library/trigger-start
  test("fills trigger, contact and flow", () => {
    const { execution } = runFlow(flowOf(trigger("a"), say("a")));
    expect(execution.variables).toMatchObject({
      trigger: { call: CALL },
      contact: { channel: { address: "+12125550101" } },
      flow: { sid: "FN1", flow_sid: "FW1", channel: { address: "+12125550100" }, variables: {}, data: {} },
    });
  });

  // https://www.twilio.com/docs/studio/faq: "1,000 Steps per Execution".
  test("ends after 1,000 steps", () => {
    const { execution, effects } = runFlow(flowOf(trigger("a"), set("a", "b"), set("b", "a")));
    expect(execution.path).toHaveLength(1000);
    expect(effects).toEqual([{ type: "end", reason: "limit" }]);
    expect(execution.error).toContain("1000 steps");
  });

  // https://www.twilio.com/docs/studio/faq: the same widget ten times in a row, then the flow is stopped.
  test("stops a widget that leads to itself after ten runs", () => {
    const { execution, effects } = runFlow(flowOf(trigger("a"), set("a", "a")));
    expect(execution.path).toEqual(["Trigger", ...Array(10).fill("a")]);
    expect(effects).toEqual([{ type: "end", reason: "limit" }]);
    expect(execution.error).toContain("same widget (a)");
  });

  test("does not stop a widget that another one comes between", () => {
    const flow = flowOf(trigger("a"), say("a", "b"), set("b", "a"));
    expect(runFlow(flow, Array(30).fill(spoken)).execution.status).toBe("active");
  });

  // Documentation's worked example: `parsed` is merged over runs, the rest is overwritten.
  test("merges what a repeated Run Function parses", () => {
    const flow = flowOf(trigger("a"), fn("a", "b"), set("b", "a"));
    const json = (body: string) => ({ ...ok, response: { ...ok.response, body } });
    const plain = { ...ok, response: { ...ok.response, contentType: "text/plain", body: "hi" } };
    const { execution } = runFlow(flow, [json('{"a":1,"b":1}'), json('{"b":2}'), plain]);
    expect(execution.variables.widgets.a).toEqual({
      body: "hi",
      content_type: "text/plain",
      status_code: 200,
      parsed: { a: 1, b: 2 },
    });
  });

  test("a later gather without keys keeps the Digits of an earlier one", () => {
    const gather = state("g", "gather-input-on-call", { keypress: "b", timeout: "b" }, { say: "?" });
    const flow = flowOf(trigger("g"), gather, set("b", "g"));
    const keyed = {
      ...spoken,
      flowEvent: "gatherComplete",
      parameters: { ...spoken.parameters, Digits: "1" },
    };
    expect(runFlow(flow, [keyed, spoken]).execution.variables.widgets.g?.Digits).toBe("1");
  });

  // Support article 360019383714: the status callback ends an execution that waits for the caller.
  test("a call that ends while a widget waits for it ends the execution", () => {
    const flow = flowOf(trigger("a"), say("a", "b"), say("b"));
    const { execution, effects } = take(flow, runFlow(flow), over);
    expect(execution).toMatchObject({ status: "ended", error: null, path: ["Trigger", "a"] });
    expect(effects.at(-1)).toEqual({ type: "end", reason: "callEnded" });
    expect(take(flow, { execution, effects }, over).effects).toEqual(effects);
  });

  // The same article: "If the call ends while Studio is processing a non-TwiML widget", the log shows Stop Execution.
  test("a call that ends during a request stops at the next widget that needs it", () => {
    const flow = flowOf(trigger("a"), fn("a", "b"), set("b", "c"), say("c"));
    const busy = take(flow, runFlow(flow), over);
    expect(busy.execution.status).toBe("active");
    const { execution, effects } = take(flow, busy, ok);
    expect(execution).toMatchObject({ status: "ended", path: ["Trigger", "a", "b", "c"] });
    expect(effects.map(({ type }) => type)).toEqual(["request", "end"]);
    expect(effects.at(-1)).toEqual({ type: "end", reason: "callEnded" });
  });

  test("after the caller hung up on a voicemail, Functions still run", () => {
    const voicemail = state("v", "record-voicemail", { hangup: "a" });
    const flow = flowOf(trigger("v"), voicemail, fn("a", "c"), say("c"));
    const hungUp = {
      type: "webhook",
      flowEvent: "recordingComplete",
      parameters: { ...CALL, CallStatus: "completed", Digits: "hangup" },
    } as const;
    const { execution, effects } = runFlow(flow, [hungUp, ok]);
    expect(effects.map(({ type }) => type)).toEqual(["respond", "request", "end"]);
    expect(execution.path).toEqual(["Trigger", "v", "a", "c"]);
  });

  test("events that nobody waits for change nothing but a warning", () => {
    const flow = flowOf(trigger("a"), say("a"));
    const parked = runFlow(flow);
    for (const event of [ok, { type: "start", trigger: CALL } as const]) {
      const { execution, effects } = take(flow, parked, event);
      expect(effects).toEqual(parked.effects);
      expect(execution).toEqual({ ...parked.execution, warnings: [expect.any(String)] });
    }
  });

  test("a transition to a missing widget ends the execution by name", () => {
    expect(runFlow(flowOf(trigger("nowhere"))).execution.error).toBe(
      "Cannot run nowhere: the flow has no such widget",
    );
  });
});
