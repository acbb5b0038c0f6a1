import { Draft } from "./draft";
import type { Arrival, Effect, Parameters, StudioEvent } from "./events";
import type { Execution } from "./execution";
import { type Flow, findState } from "./flow";
import { STUDIO_LIMITS } from "./limits";
import { enterWidget, followOutcome, type Next, resumeWidget } from "./run-widget";
import { startVariables } from "./start-variables";
import { isCallEnded } from "./widgets/call-ended";

/**
 * What an event makes of an execution, and what the outside has to do about it. Pure: no clock, no I/O; the execution
 * is JSON and may be written down between any two steps. It never throws: a flow that cannot go on ends with `error`.
 * @see https://www.twilio.com/docs/studio/user-guide/get-started
 */
export function step(
  flow: Flow,
  execution: Execution,
  event: StudioEvent,
): readonly [execution: Execution, effects: readonly Effect[]] {
  const draft = new Draft(execution, event.now);
  take(flow, draft, event);
  return [draft.execution, draft.effects];
}

function take(flow: Flow, draft: Draft, event: StudioEvent): void {
  if (event.type === "callEnded") endCall(draft);
  else if (event.type === "start") start(flow, draft, event.trigger);
  else resume(flow, draft, event);
}

function start(flow: Flow, draft: Draft, trigger: Parameters): void {
  if (draft.execution.status === "new") {
    draft.change({ status: "active", variables: startVariables(draft.execution.variables, trigger) });
    walk(flow, draft, flow.initial_state);
  } else draft.warn("start: the execution has begun already");
}

function resume(flow: Flow, draft: Draft, arrival: Arrival): void {
  if (arrival.type === "webhook" && isCallEnded(arrival.parameters)) draft.change({ callEnded: true });
  const { awaiting, path } = draft.execution;
  const state = findState(flow, path.at(-1) ?? "");
  if (awaiting === arrival.type && state !== undefined) {
    draft.change({ awaiting: "nothing" });
    walk(flow, draft, followOutcome(state, resumeWidget(state, arrival, draft), draft));
  } else draft.warn(`a ${arrival.type} came that no widget waits for`);
}

/** A widget at work goes on and finds the call gone when it needs it; a parked one has nothing to wait for any more. */
function endCall(draft: Draft): void {
  if (draft.execution.status === "ended") return;
  draft.change({ callEnded: true });
  if (draft.execution.awaiting !== "response") draft.end("callEnded");
}

function walk(flow: Flow, draft: Draft, first: Next): void {
  for (let next = first; next !== undefined; ) next = visit(flow, draft, next);
}

function visit(flow: Flow, draft: Draft, name: string): Next {
  const state = findState(flow, name);
  const limit = limitReached(draft.execution.path, name);
  if (state === undefined) draft.end("refused", `Cannot run ${name}: the flow has no such widget`);
  else if (limit !== undefined) draft.end("limit", limit);
  if (state === undefined || limit !== undefined) return undefined;
  draft.change({ path: [...draft.execution.path, name] });
  return followOutcome(state, enterWidget(state, draft), draft);
}

/** @see https://www.twilio.com/docs/studio/faq */
function limitReached(path: readonly string[], next: string): string | undefined {
  const { steps, sameWidgetInARow } = STUDIO_LIMITS;
  if (path.length >= steps) return `Studio ends an execution after ${steps} steps`;
  const latest = path.slice(-sameWidgetInARow);
  if (latest.length < sameWidgetInARow || latest.some((name) => name !== next)) return undefined;
  return `Studio stops a flow that runs the same widget (${next}) more than ${sameWidgetInARow} times in a row`;
}
