import type { State } from "../../flow";
import { isRecord } from "../../json";
import { STUDIO_LIMITS } from "../../limits";
import { findWidgetSchema } from "../../schema/widget-schemas";
import { createFlowGraph } from "../flow-graph";
import { pathsIn } from "../flow-texts";
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
  const states = flow.states.filter((state) => !waits(state) && !counts(state));
  const graph = createFlowGraph({ ...flow, states });
  const isSelfLoop = ({ name, transitions }: State) => transitions.some(({ next }) => next === name);
  return states
    .filter((state) => !isSelfLoop(state) && graph.canPrecede(state.name, state.name))
    .map(({ name }) => name);
}

/** A counter is a variable that is set to something of itself; one that is set to a constant ends no loop. */
function counts({ name, type, properties }: State): boolean {
  const { variables } = properties;
  if (type !== "set-variables" || !Array.isArray(variables)) return false;
  const listed: readonly unknown[] = variables;
  return listed.some((one) => {
    const { key, value } = isRecord(one) ? one : {};
    const paths = typeof value === "string" ? pathsIn(value) : [];
    return paths.some(
      ([root, of, member]) =>
        member === key && ((root === "flow" && of === "variables") || (root === "widgets" && of === name)),
    );
  });
}

function waits({ type }: State): boolean {
  return (
    findWidgetSchema(type)?.twiml === true || type === "send-and-wait-for-reply" || type === "run-subflow"
  );
}
