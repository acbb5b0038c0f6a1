import type { Condition, State, Transition } from "./flow";
import { isRecord } from "./json";
import type { Place } from "./place";
import { mistyped } from "./schema/validator-wording";

/** A place where a definition does not have the shape of a flow. */
export interface ShapeProblem {
  readonly widget?: string;
  readonly place: Place;
  readonly message: string;
  /** What Studio's own validator says there, as far as that is known. */
  readonly wording?: readonly string[];
}

type Complain = (place: Place, message: string, wording?: string) => void;

/** Reads as much of a widget as there is, and adds what is wrong with its shape to `problems`. */
export function readState(value: unknown, index: number, problems: ShapeProblem[]): State {
  const root: Place = ["states", index];
  const position = `state ${index + 1}`;
  const { name: given, type, transitions: listed, properties } = isRecord(value) ? value : {};
  const name = typeof given === "string" && given !== "" ? given : position;
  const complain: Complain = (place, message, wording) =>
    problems.push({
      widget: name,
      place: [...root, ...place],
      message,
      ...(wording === undefined ? {} : { wording: [wording] }),
    });
  if (!isRecord(value)) {
    problems.push({
      place: root,
      message: `${position} is not an object`,
      wording: [mistyped(value, "object")],
    });
    return { name, type: "", transitions: [], properties: {} };
  }
  if (typeof given !== "string") complain(["name"], "name is missing", mistyped(given, "string"));
  else if (given === "") complain(["name"], "name is missing");
  if (typeof type !== "string") complain(["type"], "type is missing", mistyped(type, "string"));
  if (!Array.isArray(listed))
    complain(["transitions"], "transitions is missing or not an array", mistyped(listed, "array"));
  if (!isRecord(properties))
    complain(["properties"], "properties is missing or not an object", mistyped(properties, "object"));
  const transitions: readonly unknown[] = Array.isArray(listed) ? listed : [];
  return {
    name,
    type: typeof type === "string" ? type : "",
    transitions: transitions.map((transition, at) =>
      readTransition(transition, within(complain, ["transitions", at])),
    ),
    properties: isRecord(properties) ? properties : {},
  };
}

/** Complains of what is inside a part, by its place in the whole. */
function within(complain: Complain, part: Place): Complain {
  return (place, message, wording) => complain([...part, ...place], message, wording);
}

function readTransition(value: unknown, complain: Complain): Transition {
  const { event, next, conditions } = isRecord(value) ? value : {};
  if (!isRecord(value) || typeof event !== "string") {
    complain(["event"], "a transition has no event", mistyped(event, "string"));
    return { event: "" };
  }
  if (next !== undefined && typeof next !== "string")
    complain(["next"], `${event}: next is not a string`, mistyped(next, "string"));
  if (conditions !== undefined && !Array.isArray(conditions))
    complain(["conditions"], `${event}: conditions is not an array`, mistyped(conditions, "array"));
  if ("condition" in value) complain(["condition"], `${event}: condition is written conditions`);
  const listed: readonly unknown[] | undefined = Array.isArray(conditions) ? conditions : undefined;
  const read = (one: unknown, at: number) => readCondition(one, event, within(complain, ["conditions", at]));
  return {
    event,
    // Studio takes "" as "not connected" too.
    ...(typeof next === "string" && next !== "" ? { next } : {}),
    ...(listed === undefined ? {} : { conditions: listed.map(read) }),
  };
}

function readCondition(value: unknown, event: string, complain: Complain): Condition {
  const { friendly_name: label, arguments: listed, type, value: operand } = isRecord(value) ? value : {};
  const texts: readonly unknown[] | undefined = Array.isArray(listed) ? listed : undefined;
  const isTexts = texts !== undefined && texts.length > 0 && texts.every((one) => typeof one === "string");
  const lacks = (member: string, found: unknown, wanted = "string") =>
    complain([member], `${event}: a condition has no ${member}`, mistyped(found, wanted));
  if (typeof label !== "string") lacks("friendly_name", label);
  if (texts === undefined) lacks("arguments", listed, "array");
  else if (!isTexts) complain(["arguments"], `${event}: a condition has no arguments`);
  if (typeof type !== "string") lacks("type", type);
  if (typeof operand !== "string") lacks("value", operand);
  return {
    friendly_name: typeof label === "string" ? label : "",
    arguments: texts?.filter((one) => typeof one === "string") ?? [],
    type: typeof type === "string" ? type : "",
    value: typeof operand === "string" ? operand : "",
  };
}
