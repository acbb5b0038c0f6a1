import type { State } from "../flow";
import { isRecord } from "../json";
import { findLiquidProblem, readPaths } from "../liquid/render-liquid";

/** A text somewhere in a widget, and where. */
export interface PlacedText {
  readonly place: string;
  readonly text: string;
}

/** Every text of a widget that Studio renders or sends: its properties, and the conditions of its transitions. */
export function* textsOf({ properties, transitions }: State): Generator<PlacedText> {
  yield* textsIn(properties, "");
  for (const { conditions = [] } of transitions)
    for (const { arguments: listed, value } of conditions)
      yield* textsIn({ arguments: listed, value }, "condition ");
}

function* textsIn(value: unknown, place: string): Generator<PlacedText> {
  if (typeof value === "string") yield { place, text: value };
  else if (Array.isArray(value))
    for (const [index, one] of value.entries()) yield* textsIn(one, `${place}[${index}]`);
  else if (isRecord(value))
    for (const [key, one] of Object.entries(value))
      yield* textsIn(one, place.endsWith("]") ? `${place}.${key}` : place + key);
}

/** The paths that a template reads; one that is no Liquid has none, the rule on syntax says so. */
export function pathsIn(template: string): readonly (readonly unknown[])[] {
  if (!template.includes("{") || findLiquidProblem(template)?.includes("not closed")) return [];
  try {
    return readPaths(template);
  } catch {
    return [];
  }
}
