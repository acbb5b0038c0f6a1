import { propertyProblems } from "../../schema/property-problems";
import { findWidgetSchema } from "../../schema/widget-schemas";
import type { LintRule } from "../lint-rule";

/** Each property is known, of the right type and within its values; required ones are there. */
export const properties: LintRule = {
  severity: "error",
  *check({ flow }) {
    for (const [index, state] of flow.states.entries()) {
      const schema = findWidgetSchema(state.type);
      if (schema === undefined) continue;
      for (const { property, message, wording, isBlank } of propertyProblems(schema, state.properties))
        yield {
          widget: state.name,
          place: ["states", index, "properties", ...(property === "properties" ? [] : [property])],
          ...(wording === undefined ? {} : { wording }),
          message: `${property} ${message}`,
          // Public templates are full of blanked URLs: Studio keeps them.
          ...(isBlank ? { severity: "house" } : {}),
        };
    }
  },
};
