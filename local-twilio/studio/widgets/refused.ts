import type { WidgetType } from "../schema/widget-schemas";
import type { Widget } from "./widget";

/** A widget that Studio has and this interpreter has not: reaching it ends the execution, by name and never silently. */
export function refused<T extends WidgetType>(type: T): Widget<T> {
  return {
    enter: (_properties, { widget }) => ({
      does: "refuse",
      reason: `Cannot run ${widget}: local Twilio does not run ${type} widgets yet`,
    }),
  };
}
