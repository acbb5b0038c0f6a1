import type { State } from "../../flow";
import type { FlowBindings } from "../flow-bindings";
import type { Finding, LintRule, Subject } from "../lint-rule";

/**
 * An event without `next` ends the execution, and with it the call: it is wired, or bindings list it as a deliberate end.
 * In foreign flows the Trigger's events do not count: they are other ways to start, not ends.
 */
export const wiring: LintRule = {
  severity: "error",
  *check(subject) {
    const { flow, graph, bindings } = subject;
    const severity = bindings === undefined ? "warning" : "error";
    for (const state of flow.states)
      for (const { event, next } of isForeignTrigger(state, bindings) ? [] : graph.exitsOf(state))
        if (next === undefined && !bindings?.ends.includes(`${state.name}.${event}`))
          yield { severity, widget: state.name, message: `${event} leads nowhere${remedy(bindings)}` };
    if (bindings !== undefined) yield* staleEnds(subject, bindings);
  },
};

function isForeignTrigger({ type }: State, bindings: FlowBindings | undefined): boolean {
  return type === "trigger" && bindings === undefined;
}

function remedy(bindings: FlowBindings | undefined): string {
  return bindings === undefined ? ": the call ends there" : " and is no deliberate end in bindings";
}

function* staleEnds({ flow, graph }: Subject, { ends }: FlowBindings): Generator<Finding> {
  for (const end of ends) {
    const dot = end.lastIndexOf(".");
    const state = flow.states.find(({ name }) => name === end.slice(0, dot));
    const exits =
      state === undefined ? [] : graph.exitsOf(state).filter(({ event }) => event === end.slice(dot + 1));
    if (exits.length === 0) yield { message: `bindings list ${end} as an end, which no widget has` };
    else if (exits.every(({ next }) => next !== undefined))
      yield { message: `bindings list ${end} as an end, but it is wired` };
  }
}
