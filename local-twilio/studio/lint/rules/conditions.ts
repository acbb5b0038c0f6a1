import type { Condition, Transition } from "../../flow";
import { compare, isOperatorName } from "../../widgets/operators";
import type { Finding, LintRule } from "../lint-rule";

/** Conditions stand on a split's `match` only, have a known operator, and a value that it can compare with. */
export const conditions: LintRule = {
  severity: "error",
  *check({ flow }) {
    for (const { name, type, transitions } of flow.states)
      for (const transition of transitions)
        for (const finding of transitionFindings(type, transition)) yield { widget: name, ...finding };
  },
};

function* transitionFindings(type: string, { event, conditions: listed }: Transition): Generator<Finding> {
  const isBranch = type === "split-based-on" && event === "match";
  if (!isBranch && listed !== undefined)
    yield { message: `${event} has conditions, which only a split's match has` };
  if (isBranch && (listed ?? []).length === 0) yield { message: "a match has no conditions" };
  if (isBranch && (listed ?? []).length > 1)
    yield {
      severity: "warning",
      message: "a match has several conditions: whether all or any must hold is not documented",
    };
  for (const condition of listed ?? []) yield* conditionFindings(condition);
}

function* conditionFindings({ type, value }: Condition): Generator<Finding> {
  if (!isOperatorName(type)) {
    if (type !== "") yield { message: `${JSON.stringify(type)} is no condition of Studio's` };
    return;
  }
  if (type === "regex" && /^\/.*\/[a-z]*$/.test(value.trim()))
    yield {
      severity: "house",
      message: `regex takes no slashes round ${JSON.stringify(value)}: they have to match`,
    };
  const isLiquid = value.includes("{{") || value.includes("{%");
  if (!isLiquid && compare(type, exampleInput(type), value) === undefined)
    yield { severity: "house", message: `${type} can never hold with the value ${JSON.stringify(value)}` };
}

/** An input that the operator takes, so that only the value can be at fault. */
function exampleInput(type: string): string {
  if (type.endsWith("_time")) return "12:00";
  return type.endsWith("_date") ? "2026-01-05" : "1";
}
