import { policyJsonSchema } from "./policy-json-schema";

/** The keys that the policy file may have at a path, as its JSON Schema says. */
export function knownKeys(path: readonly PropertyKey[]): readonly string[] {
  const schema = path.reduce<unknown>((node, step) => child(node, step), policyJsonSchema());
  return Object.keys(record(record(schema).properties));
}

function child(schema: unknown, step: PropertyKey): unknown {
  const { properties, additionalProperties, items } = record(schema);
  if (typeof step === "number") return items;
  return record(properties)[String(step)] ?? additionalProperties;
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
