import { isWidgetType } from "../../schema/widget-schemas";
import type { LintRule } from "../lint-rule";

/** The type is one of Studio's: there is no hangup, reject, pause or loop widget. */
export const widgetTypes: LintRule = {
  severity: "error",
  *check({ flow }) {
    for (const { name, type } of flow.states)
      if (type !== "" && !isWidgetType(type))
        yield { widget: name, message: `${JSON.stringify(type)} is no widget type of Studio's` };
    const startsByRest = flow.states.some(
      ({ type, transitions }) =>
        type === "trigger" &&
        transitions.some(({ event, next }) => event === "incomingRequest" && next !== undefined),
    );
    for (const { name, type } of startsByRest ? [] : flow.states)
      if (REST_ONLY.includes(type))
        yield {
          severity: "house",
          widget: name,
          message: `${type} can only be used in flows that the REST API starts: the Trigger's incomingRequest leads nowhere`,
        };
  },
};

/** In the words of Studio's validator, "can only be used in flows triggered by the REST API". */
const REST_ONLY: readonly string[] = [
  "make-outgoing-call-v1",
  "make-outgoing-call-v2",
  "start-conversation",
  "resume-conversation",
];
