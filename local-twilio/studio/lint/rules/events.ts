import { findWidgetSchema } from "../../schema/widget-schemas";
import type { LintRule } from "../lint-rule";

/** A widget's transitions bear its type's events, and each but `match` once. */
export const events: LintRule = {
  severity: "error",
  *check({ flow }) {
    for (const { name, type, transitions } of flow.states) {
      const schema = findWidgetSchema(type);
      for (const [index, { event }] of transitions.entries()) {
        if (schema !== undefined && event !== "" && !schema.events.includes(event))
          yield { widget: name, message: `${event} is no event of ${type}: ${schema.events.join(", ")}` };
        if (event !== "match" && transitions.findIndex((other) => other.event === event) < index)
          yield { widget: name, message: `the event ${event} has two transitions` };
      }
    }
  },
};
