import { findState, type State } from "../../flow";
import { STUDIO_LIMITS } from "../../limits";
import type { LintRule, Subject } from "../lint-rule";

/**
 * When a Function fails, the next one will too: on the way of a Run Function's `fail` a message is taken without any
 * Function. A Function that is the last step anyway, whose `success` ends the call too, may simply fail.
 */
export const failPath: LintRule = {
  severity: "house",
  *check(subject) {
    const { flow, graph } = subject;
    const trigger = findState(flow, flow.initial_state)?.transitions;
    const first = trigger?.find(({ event }) => event === "incomingCall")?.next;
    if (first === undefined) return;
    const onCalls = new Set([first, ...graph.after(first)]);
    for (const state of flow.states.filter(
      ({ type, name }) => type === "run-function" && onCalls.has(name),
    )) {
      const message = failProblem(subject, state);
      if (message !== undefined) yield { widget: state.name, message };
    }
  },
};

function failProblem(subject: Subject, state: State): string | undefined {
  const nextOf = (wanted: string) => state.transitions.find(({ event }) => event === wanted)?.next;
  const next = nextOf("fail");
  if (next !== undefined) return wayProblem(subject, next) ?? wayAfterMessageProblem(subject, next);
  return nextOf("success") === undefined ? undefined : "fail ends the call without taking a message";
}

/** Walks every way from there up to the message; the first thing wrong on any of them. */
function wayProblem(subject: Subject, first: string): string | undefined {
  const way = [first];
  for (const name of way) {
    const state = findState(subject.flow, name);
    if (state === undefined || state.type === "record-voicemail") continue;
    if (usesFunction(subject.bindings, state)) return `fail leads to ${name}, which needs a Function too`;
    for (const { event, next } of subject.graph.exitsOf(state)) {
      if (next === undefined && event !== "hangup" && !isMeant(subject, name, event))
        return `fail may end at ${name}.${event} without taking a message`;
      if (next !== undefined && !way.includes(next) && way.length < STUDIO_LIMITS.steps) way.push(next);
    }
  }
  const takesMessage = way.some((name) => findState(subject.flow, name)?.type === "record-voicemail");
  return takesMessage ? undefined : "fail leads to no widget that takes a message";
}

/** What comes after the message is on the same way, and would fail the same. */
function wayAfterMessageProblem({ flow, graph, bindings }: Subject, first: string): string | undefined {
  const isAfterMessage = (name: string) =>
    flow.states.some(
      (state) =>
        state.type === "record-voicemail" &&
        (state.name === first || graph.canPrecede(first, state.name)) &&
        graph.canPrecede(state.name, name),
    );
  const state = flow.states.find((one) => usesFunction(bindings, one) && isAfterMessage(one.name));
  return state === undefined ? undefined : `fail leads to ${state.name}, which needs a Function too`;
}

function isMeant({ bindings }: Subject, widget: string, event: string): boolean {
  return bindings?.ends.includes(`${widget}.${event}`) ?? false;
}

/** Recording and transcription callbacks do not count: the message is there without them. */
function usesFunction(bindings: Subject["bindings"], { type, properties }: State): boolean {
  if (type === "run-function") return true;
  const base = bindings?.baseUrl;
  return base !== undefined && typeof properties.url === "string" && properties.url.startsWith(base);
}
