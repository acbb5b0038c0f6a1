import { findState } from "../../flow";
import type { LintRule } from "../lint-rule";

/** Every transition leads to a widget of the flow. @see https://www.twilio.com/docs/api/errors/81022 */
export const transitions: LintRule = {
  severity: "error",
  *check({ flow }) {
    for (const [at, { name, transitions: listed }] of flow.states.entries())
      for (const [index, { event, next }] of listed.entries())
        if (next !== undefined && findState(flow, next) === undefined)
          yield {
            widget: name,
            place: ["states", at, "transitions", index, "next"],
            message: `${event} leads to ${JSON.stringify(next)}, which does not exist`,
          };
  },
};
