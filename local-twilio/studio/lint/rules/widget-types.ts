import { notListed, REST_TRIGGER_ONLY } from "../../schema/validator-wording";
import { isWidgetType, WIDGET_TYPES } from "../../schema/widget-schemas";
import type { LintRule } from "../lint-rule";

/** The type is one of Studio's: there is no hangup, reject, pause or loop widget. */
export const widgetTypes: LintRule = {
  severity: "error",
  *check({ flow }) {
    for (const [index, { name, type }] of flow.states.entries())
      if (type !== "" && !isWidgetType(type))
        yield {
          widget: name,
          place: ["states", index, "type"],
          message: `${JSON.stringify(type)} is no widget type of Studio's`,
          wording: [notListed(WIDGET_TYPES)],
        };
    const startsByRest = flow.states.some(
      ({ type, transitions }) =>
        type === "trigger" &&
        transitions.some(({ event, next }) => event === "incomingRequest" && next !== undefined),
    );
    for (const [index, { name, type }] of startsByRest ? [] : flow.states.entries())
      if (REST_ONLY.includes(type))
        yield {
          severity: "house",
          widget: name,
          place: ["states", index, "type"],
          wording: [REST_TRIGGER_ONLY],
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
