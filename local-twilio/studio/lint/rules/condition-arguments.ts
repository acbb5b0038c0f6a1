import type { LintRule } from "../lint-rule";

/** The console writes both alike, and which of them the engine reads is not documented. */
export const conditionArguments: LintRule = {
  severity: "house",
  *check({ flow }) {
    for (const { name, transitions, properties } of flow.states)
      for (const { conditions = [] } of transitions)
        for (const { arguments: listed, friendly_name: label } of conditions)
          if (typeof properties.input === "string" && (listed.length !== 1 || listed[0] !== properties.input))
            yield {
              widget: name,
              message: `the arguments of ${JSON.stringify(label)} are not exactly the widget's input`,
            };
  },
};
