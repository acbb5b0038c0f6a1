import { findState, type State } from "../../flow";
import { STUDIO_LIMITS } from "../../limits";
import type { LintRule, Subject } from "../lint-rule";

/**
 * When a Function fails, the next one will too: on the way of a Run Function's `fail` a message is taken without any
 * Function, or, on calls from a phone of our own, something is said. A Function that is the last step anyway, whose
 * `success` ends the call too, may simply fail.
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
  return nextOf("success") === undefined
    ? undefined
    : `fail ends the call without ${resortOf(subject.bindings).doing}`;
}

/** Walks every way from there up to the message; the first thing wrong on any of them. */
function wayProblem(subject: Subject, first: string): string | undefined {
  const resort = resortOf(subject.bindings);
  const way = [first];
  for (const name of way) {
    const state = findState(subject.flow, name);
    if (state === undefined || state.type === resort.type) continue;
    if (usesFunction(subject.bindings, state)) return `fail leads to ${name}, which needs a Function too`;
    for (const { event, next } of subject.graph.exitsOf(state)) {
      if (next === undefined && event !== "hangup" && !isMeant(subject, name, event))
        return `fail may end at ${name}.${event} without ${resort.doing}`;
      if (next !== undefined && !way.includes(next) && way.length < STUDIO_LIMITS.steps) way.push(next);
    }
  }
  const isReached = way.some((name) => findState(subject.flow, name)?.type === resort.type);
  return isReached ? undefined : `fail leads to no widget that ${resort.does}`;
}

/** The least that whoever is on the line is owed. */
function resortOf(bindings: Subject["bindings"]) {
  return bindings?.attach === "sipDomain"
    ? { type: "say-play", does: "says so", doing: "saying so" }
    : { type: "record-voicemail", does: "takes a message", doing: "taking a message" };
}

/** What comes after the message is on the same way, and would fail the same. */
function wayAfterMessageProblem({ flow, graph, bindings }: Subject, first: string): string | undefined {
  const { type } = resortOf(bindings);
  const isAfterMessage = (name: string) =>
    flow.states.some(
      (state) =>
        state.type === type &&
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
