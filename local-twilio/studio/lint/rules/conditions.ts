import type { Condition, Transition } from "../../flow";
import type { Place } from "../../place";
import { notListed } from "../../schema/validator-wording";
import { compare, isOperatorName, OPERATOR_NAMES } from "../../widgets/operators";
import type { Finding, LintRule } from "../lint-rule";

/** Conditions stand on a split's `match` only, have a known operator, and a value that it can compare with. */
export const conditions: LintRule = {
  severity: "error",
  *check({ flow }) {
    for (const [at, { name, type, transitions }] of flow.states.entries())
      for (const [index, transition] of transitions.entries())
        for (const { place = [], ...finding } of transitionFindings(type, transition))
          yield { widget: name, place: ["states", at, "transitions", index, ...place], ...finding };
  },
};

function* transitionFindings(type: string, { event, conditions: listed }: Transition): Generator<Finding> {
  const place: Place = ["conditions"];
  const isBranch = type === "split-based-on" && event === "match";
  if (!isBranch && listed !== undefined)
    yield { place, message: `${event} has conditions, which only a split's match has` };
  if (isBranch && (listed ?? []).length === 0) yield { place, message: "a match has no conditions" };
  if (isBranch && (listed ?? []).length > 1)
    yield {
      severity: "warning",
      place,
      message: "a match has several conditions: whether all or any must hold is not documented",
    };
  for (const [index, condition] of (listed ?? []).entries())
    for (const finding of conditionFindings(condition))
      yield { ...finding, place: [...place, index, ...(finding.place ?? [])] };
}

function* conditionFindings({ type, value }: Condition): Generator<Finding> {
  if (!isOperatorName(type)) {
    if (type !== "")
      yield {
        place: ["type"],
        message: `${JSON.stringify(type)} is no condition of Studio's`,
        wording: [notListed(OPERATOR_NAMES)],
      };
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
