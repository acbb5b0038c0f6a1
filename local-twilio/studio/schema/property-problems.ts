import { isRecord } from "../json";
import type { PropertySchema, WidgetSchema } from "./property-schema";
import { mistyped, NO_FLOW_SID, notListed, typeOf } from "./validator-wording";

/** What is wrong with a value, in our words and, as far as they are known, in those of Studio's validator. */
interface Fault {
  readonly message: string;
  readonly wording?: readonly string[];
}

/** A property that does not hold what Studio's schema wants. */
export interface PropertyProblem extends Fault {
  readonly property: string;
  /** A required text left empty: exports have it where an author blanked a template, so Studio keeps such flows. */
  readonly isBlank?: boolean;
}

/** Everything that is wrong with a widget's properties. `null` counts as absent: exports have `"save_response_as": null`. */
export function* propertyProblems(
  schema: WidgetSchema,
  properties: Readonly<Record<string, unknown>>,
): Generator<PropertyProblem> {
  const isPresent = (name: string) => properties[name] !== undefined && properties[name] !== null;
  for (const [name, value] of Object.entries(properties)) {
    const property = Object.hasOwn(schema.properties, name) ? schema.properties[name] : undefined;
    const fault =
      property === undefined ? extraFault(name, value) : isPresent(name) && valueFault(property, value);
    if (fault) yield { property: name, ...fault };
    if (value === null && property !== undefined && name !== "save_response_as")
      yield { property: name, message: "must not be null: leave it out", isBlank: true };
  }
  for (const name of schema.required ?? []) {
    if (!isPresent(name))
      yield {
        property: name,
        message: "is missing but it is required",
        wording: [mistyped(properties[name], "string")],
      };
    else if (properties[name] === "")
      yield { property: name, message: "is required and empty", isBlank: true };
  }
  const given = schema.oneOf?.filter(isPresent) ?? [];
  if (schema.oneOf !== undefined && given.length !== 1)
    yield {
      property: given[0] ?? "properties",
      message: `exactly one of ${schema.oneOf.join(", ")} must be given, found ${given.join(", ") || "none"}`,
    };
}

function extraFault(name: string, value: unknown): Fault | undefined {
  if (name !== "offset") return { message: "is not a property of this widget" };
  const isPlace = isRecord(value) && Number.isInteger(value.x) && Number.isInteger(value.y);
  return isPlace ? undefined : { message: `is ${JSON.stringify(value)}: { x, y } expected, two integers` };
}

function valueFault(schema: PropertySchema, value: unknown): Fault | undefined {
  switch (schema.kind) {
    case "text":
      if (schema.orInteger && Number.isInteger(value)) return undefined;
      return typeof value === "string" ? textFault(schema, value) : wrongType("string", value);
    case "integer":
      return Number.isInteger(value) ? rangeFault(schema, Number(value)) : wrongType("integer", value);
    case "boolean":
      return typeof value === "boolean" ? undefined : wrongType("boolean", value);
    case "pairs":
      return pairsFault(value);
    case "list":
      return Array.isArray(value) ? undefined : wrongType("array", value);
    case "object":
      return isRecord(value) ? undefined : wrongType("object", value);
    case "unknown":
      return undefined;
  }
}

function textFault(
  { values, upTo, literal = false }: Extract<PropertySchema, { kind: "text" }>,
  value: string,
): Fault | undefined {
  if (value.includes("{{") || value.includes("{%"))
    return literal
      ? { message: "is Liquid, which Studio does not take here", wording: [NO_FLOW_SID] }
      : undefined;
  const found = JSON.stringify(value);
  if (values !== undefined && !values.includes(value))
    return { message: `is ${found}, allowed are ${values.join(", ")}`, wording: [notListed(values)] };
  const isNumber = /^\d*$/.test(value) && Number(value) <= (upTo ?? 0);
  return upTo === undefined || isNumber
    ? undefined
    : { message: `is ${found}, allowed are "0" to "${upTo}"` };
}

function rangeFault(
  { from = -Infinity, to = Infinity }: { from?: number; to?: number },
  value: number,
): Fault | undefined {
  return value >= from && value <= to ? undefined : { message: `is ${value}, allowed are ${from} to ${to}` };
}

function wrongType(expected: string, value: unknown): Fault {
  const found = `is ${JSON.stringify(value)}: ${typeOf(value)} found, ${expected} expected`;
  return { message: found, wording: [mistyped(value, expected)] };
}

function pairsFault(value: unknown): Fault | undefined {
  if (Array.isArray(value) && value.every(isPair)) return undefined;
  const message = "must be an array of { key, value } strings";
  return Array.isArray(value) ? { message } : { message, wording: [mistyped(value, "array")] };
}

function isPair(value: unknown): boolean {
  return isRecord(value) && typeof value.key === "string" && typeof value.value === "string";
}
