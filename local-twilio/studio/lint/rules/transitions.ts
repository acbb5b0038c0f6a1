import { findState } from "../../flow";
import type { LintRule } from "../lint-rule";

/** Every transition leads to a widget of the flow. @see https://www.twilio.com/docs/api/errors/81022 */
export const transitions: LintRule = {
  severity: "error",
  *check({ flow }) {
    for (const { name, transitions: listed } of flow.states)
      for (const { event, next } of listed)
        if (next !== undefined && findState(flow, next) === undefined)
          yield { widget: name, message: `${event} leads to ${JSON.stringify(next)}, which does not exist` };
  },
};
