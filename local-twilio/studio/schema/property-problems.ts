import { isRecord } from "../json";
import type { PropertySchema, WidgetSchema } from "./property-schema";

/** A property that does not hold what Studio's schema wants, in words. */
export interface PropertyProblem {
  readonly property: string;
  readonly message: string;
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
    const message =
      property === undefined
        ? extraProblem(name, value)
        : isPresent(name)
          ? valueProblem(property, value)
          : "";
    if (message) yield { property: name, message };
    if (value === null && property !== undefined && name !== "save_response_as")
      yield { property: name, message: "must not be null: leave it out", isBlank: true };
  }
  for (const name of schema.required ?? []) {
    if (!isPresent(name)) yield { property: name, message: "is missing but it is required" };
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

function extraProblem(name: string, value: unknown): string {
  if (name !== "offset") return "is not a property of this widget";
  const isPlace = isRecord(value) && Number.isInteger(value.x) && Number.isInteger(value.y);
  return isPlace ? "" : `is ${JSON.stringify(value)}: { x, y } expected, two integers`;
}

function valueProblem(schema: PropertySchema, value: unknown): string {
  switch (schema.kind) {
    case "text":
      if (schema.orInteger && Number.isInteger(value)) return "";
      return typeof value === "string" ? textProblem(schema, value) : wrongType("string", value);
    case "integer":
      return Number.isInteger(value) ? rangeProblem(schema, Number(value)) : wrongType("integer", value);
    case "boolean":
      return typeof value === "boolean" ? "" : wrongType("boolean", value);
    case "pairs":
      return Array.isArray(value) && value.every(isPair) ? "" : "must be an array of { key, value } strings";
    case "list":
      return Array.isArray(value) ? "" : wrongType("array", value);
    case "object":
      return isRecord(value) ? "" : wrongType("object", value);
    case "unknown":
      return "";
  }
}

function textProblem(
  { values, upTo, literal = false }: Extract<PropertySchema, { kind: "text" }>,
  value: string,
): string {
  if (value.includes("{{") || value.includes("{%"))
    return literal ? "is Liquid, which Studio does not take here" : "";
  const found = JSON.stringify(value);
  if (values !== undefined && !values.includes(value)) return `is ${found}, allowed are ${values.join(", ")}`;
  const isNumber = /^\d*$/.test(value) && Number(value) <= (upTo ?? 0);
  return upTo === undefined || isNumber ? "" : `is ${found}, allowed are "0" to "${upTo}"`;
}

function rangeProblem(
  { from = -Infinity, to = Infinity }: { from?: number; to?: number },
  value: number,
): string {
  return value >= from && value <= to ? "" : `is ${value}, allowed are ${from} to ${to}`;
}

function wrongType(expected: string, value: unknown): string {
  const found = Array.isArray(value) ? "array" : Number.isInteger(value) ? "integer" : typeof value;
  return `is ${JSON.stringify(value)}: ${found} found, ${expected} expected`;
}

function isPair(value: unknown): boolean {
  return isRecord(value) && typeof value.key === "string" && typeof value.value === "string";
}
