import type { LintRule } from "../lint-rule";

/** Names begin with a letter or an underscore and hold no spaces and no periods; exports do have hyphens. */
export const names: LintRule = {
  severity: "error",
  *check({ flow }) {
    for (const [index, { name }] of flow.states.entries())
      if (!/^[A-Za-z_][\w-]*$/.test(name))
        yield {
          widget: name,
          place: ["states", index, "name"],
          message: "a widget's name begins with a letter and holds letters, digits, _ and - only",
        };
  },
};
