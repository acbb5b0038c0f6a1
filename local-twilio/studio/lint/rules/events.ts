import { findWidgetSchema } from "../../schema/widget-schemas";
import { notConstant } from "../../schema/validator-wording";
import type { LintRule } from "../lint-rule";

/** A widget's transitions bear its type's events, and each but `match` once. */
export const events: LintRule = {
  severity: "error",
  *check({ flow }) {
    for (const [at, { name, type, transitions }] of flow.states.entries()) {
      const schema = findWidgetSchema(type);
      for (const [index, { event }] of transitions.entries()) {
        const place = ["states", at, "transitions", index, "event"];
        if (schema !== undefined && event !== "" && !schema.events.includes(event))
          yield {
            widget: name,
            place,
            message: `${event} is no event of ${type}: ${schema.events.join(", ")}`,
            wording: notConstant(schema.events),
          };
        if (event !== "match" && transitions.findIndex((other) => other.event === event) < index)
          yield { widget: name, place, message: `the event ${event} has two transitions` };
      }
    }
  },
};
