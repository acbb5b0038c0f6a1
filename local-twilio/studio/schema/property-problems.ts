import { isRecord } from "../json";
import type { PropertySchema, WidgetSchema } from "./property-schema";

/** A property that does not hold what Studio's schema wants, in words. */
export interface PropertyProblem {
  readonly property: string;
  readonly message: string;
  /** A required text left empty: exports have it where an author blanked a template, so Studio keeps such flows. */
  readonly isBlank?: boolean;
}

/** Everything that is wrong with a widget's properties. `null` counts as absent, as in exports. */
export function* propertyProblems(
  schema: WidgetSchema,
  properties: Readonly<Record<string, unknown>>,
): Generator<PropertyProblem> {
  const isPresent = (name: string) => properties[name] !== undefined && properties[name] !== null;
  for (const [name, value] of Object.entries(properties)) {
    const property = Object.hasOwn(schema.properties, name) ? schema.properties[name] : undefined;
    const message =
      property === undefined ? extraProblem(name) : isPresent(name) ? valueProblem(property, value) : "";
    if (message) yield { property: name, message };
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

function extraProblem(name: string): string {
  return name === "offset" ? "" : "is not a property of this widget";
}

function valueProblem(schema: PropertySchema, value: unknown): string {
  switch (schema.kind) {
    case "text":
      if (schema.orInteger && Number.isInteger(value)) return "";
      return typeof value === "string" ? textProblem(schema.values, value) : wrongType("string", value);
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

function textProblem(values: readonly string[] | undefined, value: string): string {
  if (values === undefined || values.includes(value) || value.includes("{{") || value.includes("{%"))
    return "";
  return `is ${JSON.stringify(value)}, allowed are ${values.join(", ")}`;
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
