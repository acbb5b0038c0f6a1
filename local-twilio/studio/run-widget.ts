import type { Draft } from "./draft";
import type { Arrival } from "./events";
import type { State } from "./flow";
import { renderLiquid } from "./liquid/render-liquid";
import { readProperties } from "./schema/read-properties";
import { isWidgetType, type PropertiesOf, type WidgetType } from "./schema/widget-schemas";
import { renderResponse } from "./twiml/verb";
import type { Exit, Outcome, Widget, WidgetContext } from "./widgets/widget";
import { widgets } from "./widgets/widget-registry";

/** The widget to run next; undefined when the execution parked or ended. */
export type Next = string | undefined;

/** Runs a widget that the execution has just come to. */
export function enterWidget(state: State, draft: Draft): Outcome {
  return withWidget(state, (widget, properties) => widget.enter(properties, contextOf(state, draft)));
}

/** Runs the rest of a widget that was waiting. */
export function resumeWidget(state: State, arrival: Arrival, draft: Draft): Outcome {
  return withWidget(state, ({ resume }, properties) =>
    resume === undefined
      ? { does: "refuse", reason: `Cannot resume ${state.name}: ${state.type} never waits` }
      : resume(properties, arrival, contextOf(state, draft)),
  );
}

type Run = <T extends WidgetType>(widget: Widget<T>, properties: PropertiesOf<T>) => Outcome;

function withWidget({ name, type, properties }: State, run: Run): Outcome {
  if (!isWidgetType(type))
    return { does: "refuse", reason: `Cannot run ${name}: ${JSON.stringify(type)} is no widget of Studio's` };
  try {
    return runTyped(type, properties, run);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { does: "refuse", reason: `Cannot run ${name}: ${error.message}` };
  }
}

function runTyped<T extends WidgetType>(type: T, properties: State["properties"], run: Run): Outcome {
  const widget: Widget<T> = widgets[type];
  return run(widget, readProperties(type, properties));
}

function contextOf(state: State, draft: Draft): WidgetContext {
  const { accountSid, flowSid, settings, variables } = draft.execution;
  const warn = (message: string) => draft.warn(`${state.name}: ${message}`);
  const world = { variables, now: draft.now, timezone: settings.liquidTimezone, warn };
  return {
    widget: state.name,
    transitions: state.transitions,
    settings,
    outputs: variables.widgets[state.name] ?? {},
    liquid: (template = "") => renderLiquid(template, world),
    webhookUrl: (flowEvent) =>
      `https://webhooks.twilio.com/v1/Accounts/${accountSid}/Flows/${flowSid}?FlowEvent=${flowEvent}`,
    warn,
  };
}

/** Carries out what a widget decided, as far as that is the execution's own business. */
export function followOutcome(state: State, outcome: Outcome, draft: Draft): Next {
  switch (outcome.does) {
    case "exit":
      return leave(state, outcome, draft);
    case "speak":
      return respond(state, outcome, draft);
    case "request":
      draft.change({ awaiting: "response" });
      draft.effects.push({ type: "request", request: { widget: state.name, ...outcome.request } });
      return undefined;
    case "handOver":
      draft.effects.push({ type: "respond", twiml: outcome.twiml });
      draft.end("handedOver");
      return undefined;
    case "refuse":
      draft.end("refused", outcome.reason);
      return undefined;
  }
}

function leave({ name, transitions }: State, exit: Exit, draft: Draft): Next {
  draft.setVariables(name, exit.outputs ?? {}, exit.flowVariables ?? {});
  draft.noteExit(exit.event);
  const { next } = exit.transition ?? transitions.find(({ event }) => event === exit.event) ?? {};
  if (next === undefined) draft.end("transition");
  return next;
}

function respond(state: State, { verbs, leaving }: Outcome & { does: "speak" }, draft: Draft): Next {
  if (draft.execution.callEnded) {
    // What Studio's log calls "Stop Execution".
    draft.end("callEnded", `${state.name} needs the call, which is over`);
    return undefined;
  }
  draft.effects.push({ type: "respond", twiml: renderResponse(verbs) });
  if (leaving === undefined) {
    draft.change({ awaiting: "webhook" });
    return undefined;
  }
  draft.change({ callEnded: true });
  return leave(state, leaving, draft);
}
