import { findLiquidProblem } from "../../liquid/render-liquid";
import { textsOf } from "../flow-texts";
import type { LintRule } from "../lint-rule";

/** Every template is Liquid, and uses filters that Studio has. */
export const liquidSyntax: LintRule = {
  severity: "house",
  *check({ flow }) {
    for (const state of flow.states)
      for (const { place, text } of textsOf(state)) {
        const problem = findLiquidProblem(text);
        if (problem !== undefined) yield { widget: state.name, message: `${place}: ${problem}` };
      }
  },
};
