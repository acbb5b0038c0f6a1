import type { Condition } from "../flow";
import { compare, isOperatorName } from "./operators";
import { exit, type Widget, type WidgetContext } from "./widget";

/**
 * Split Based On. Exits: the first `match`, in the flow's order, whose condition is met · `noMatch` when none is,
 * wherever it stands (the console writes it first).
 * @see https://www.twilio.com/docs/studio/widget-library/split-based-on
 */
export const splitBasedOn: Widget<"split-based-on"> = {
  enter: ({ input = "" }, context) => {
    for (const transition of context.transitions) {
      const { event, conditions = [] } = transition;
      if (event !== "match" || conditions.length === 0) continue;
      if (conditions.length > 1)
        context.warn("several conditions on one match: taken as all of them, as nobody documents it");
      if (conditions.every((condition) => isMet(condition, input, context)))
        return { does: "exit", event: "match", transition };
    }
    return exit("noMatch");
  },
};

function isMet(condition: Condition, input: string, { liquid, settings, warn }: WidgetContext): boolean {
  const [argument = input] = condition.arguments;
  if (argument !== input)
    warn(`a condition's arguments differ from the input, which of them Studio reads is not known`);
  if (!isOperatorName(condition.type)) {
    warn(`${condition.type} is no condition of Studio's`);
    return false;
  }
  const text = liquid(settings.splitReads === "arguments" ? argument : input);
  const value = liquid(condition.value);
  const met = compare(condition.type, text, value);
  if (met === undefined)
    warn(`${condition.type} cannot compare ${JSON.stringify(text)} with ${JSON.stringify(value)}`);
  return met ?? false;
}
