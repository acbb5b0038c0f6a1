import type { State } from "../../flow";
import { STUDIO_LIMITS } from "../../limits";
import { findWidgetSchema } from "../../schema/widget-schemas";
import { createFlowGraph } from "../flow-graph";
import type { LintRule, Subject } from "../lint-rule";

/**
 * Studio stops a flow that runs one widget ten times in a row, so a widget must not lead to itself. A loop without a
 * widget that waits for the caller runs as fast as Studio can, to the end of its 1,000 steps, unless it counts.
 * @see https://www.twilio.com/docs/studio/faq
 */
export const loops: LintRule = {
  severity: "house",
  *check(subject) {
    const { sameWidgetInARow, steps } = STUDIO_LIMITS;
    for (const { name, transitions } of subject.flow.states)
      for (const { event, next } of transitions)
        if (next === name)
          yield {
            widget: name,
            message: `${event} leads back to itself: Studio stops it after ${sameWidgetInARow} runs`,
          };
    for (const name of headlessLoop(subject))
      yield {
        widget: name,
        message: `is in a loop that neither waits for the caller nor counts: it spins to Studio's ${steps} steps`,
      };
  },
};

/** The widgets that are still in a loop when those that wait or count are taken out. */
function headlessLoop({ flow }: Subject): readonly string[] {
  const states = flow.states.filter((state) => !waits(state) && state.type !== "set-variables");
  const graph = createFlowGraph({ ...flow, states });
  const isSelfLoop = ({ name, transitions }: State) => transitions.some(({ next }) => next === name);
  return states
    .filter((state) => !isSelfLoop(state) && graph.canPrecede(state.name, state.name))
    .map(({ name }) => name);
}

function waits({ type }: State): boolean {
  return (
    findWidgetSchema(type)?.twiml === true || type === "send-and-wait-for-reply" || type === "run-subflow"
  );
}
