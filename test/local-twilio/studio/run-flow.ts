import type { Arrival, Effect, Parameters } from "../../../local-twilio/studio/events";
import { createExecution, type Execution } from "../../../local-twilio/studio/execution";
import type { Flow } from "../../../local-twilio/studio/flow";
import type { StudioSettings } from "../../../local-twilio/studio/settings";
import { step } from "../../../local-twilio/studio/step";

/** 07:00 of a Monday in Los Angeles. */
export const NOW = Date.UTC(2026, 0, 5, 15);

export const CALL: Parameters = {
  CallSid: "CA00000000000000000000000000000001",
  From: "+12125550101",
  To: "+12125550100",
  CallStatus: "ringing",
};

export interface Run {
  readonly execution: Execution;
  readonly effects: readonly Effect[];
}

/** Starts a call and feeds it events; the execution is written down and read again before every step. */
export function runFlow(
  flow: Flow,
  events: readonly Arrival[] = [],
  settings: Partial<StudioSettings> = {},
): Run {
  const identity = { sid: "FN1", flowSid: "FW1", accountSid: "AC1", settings };
  let run = take(
    flow,
    { execution: createExecution(identity), effects: [] },
    { type: "start", trigger: CALL },
  );
  for (const event of events) run = take(flow, run, event);
  return run;
}

/** One more event. */
export function take(
  flow: Flow,
  { execution, effects }: Run,
  event:
    | Arrival
    | { readonly type: "start"; readonly trigger: Parameters }
    | { readonly type: "callEnded"; readonly parameters: Parameters },
): Run {
  const reread: Execution = JSON.parse(JSON.stringify(execution));
  expect(reread).toEqual(execution);
  const [next, more] = step(flow, reread, { ...event, now: NOW });
  return { execution: next, effects: [...effects, ...more] };
}
