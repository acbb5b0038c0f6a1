import type { Json } from "../json";
import type { KeyValue } from "../schema/property-schema";
import type { Widget, WidgetContext } from "./widget";

/**
 * Set Variables. Exit: `next`. Each value becomes `flow.variables.<key>` and `widgets.<name>.<key>` at the end of the
 * step, so one variable of a widget cannot read another one's new value.
 * @see https://www.twilio.com/docs/studio/widget-library/set-variables
 */
export const setVariables: Widget<"set-variables"> = {
  enter: ({ variables = [] }, context) => {
    const values = Object.fromEntries(
      variables.map((variable) => [variable.key, variableValue(variable, context)]),
    );
    return { does: "exit", event: "next", outputs: values, flowVariables: values };
  },
};

function variableValue(
  { key, value, type, parse_as_json: isJson }: KeyValue,
  { liquid, warn }: WidgetContext,
): Json {
  const text = liquid(value);
  if (isJson !== true) return type === "string" ? text : castNumber(text);
  try {
    const parsed: Json = JSON.parse(text);
    return parsed ?? "";
  } catch {
    warn(`the value of ${key} is not JSON, so it stays text`);
    return text;
  }
}

/**
 * "Numeric if you do not enclose it in quotation marks." White space round the number does not count; a text that would
 * print differently as a number (`007`, `1.50`, `+12125550100`) stays text, so that nothing a flow prints is changed.
 */
function castNumber(text: string): Json {
  const trimmed = text.trim();
  const quoted = /^"(-?[\d.]+)"$/.exec(trimmed)?.[1];
  if (quoted !== undefined) return quoted;
  return String(Number(trimmed)) === trimmed && Number.isFinite(Number(trimmed)) ? Number(trimmed) : text;
}
