import type { LintRule } from "../lint-rule";

/** @see https://www.twilio.com/docs/api/errors/81022 */
export const duplicateNames: LintRule = {
  severity: "error",
  *check({ flow }) {
    const seen = new Set<string>();
    for (const [index, { name }] of flow.states.entries()) {
      if (seen.has(name))
        yield { widget: name, place: ["states", index, "name"], message: "another widget has this name" };
      seen.add(name);
    }
  },
};
