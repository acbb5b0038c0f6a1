import { isWidgetType } from "../../schema/widget-schemas";
import type { LintRule } from "../lint-rule";

/** The type is one of Studio's: there is no hangup, reject, pause or loop widget. */
export const widgetTypes: LintRule = {
  severity: "error",
  *check({ flow }) {
    for (const { name, type } of flow.states)
      if (type !== "" && !isWidgetType(type))
        yield { widget: name, message: `${JSON.stringify(type)} is no widget type of Studio's` };
  },
};
