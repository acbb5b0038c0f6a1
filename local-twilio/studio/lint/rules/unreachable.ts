import type { LintRule } from "../lint-rule";

/** Every widget can be reached from the first one. */
export const unreachable: LintRule = {
  severity: "house",
  *check({ flow, graph }) {
    for (const { name } of flow.states)
      if (!graph.reachable.has(name)) yield { widget: name, message: "nothing leads here" };
  },
};
