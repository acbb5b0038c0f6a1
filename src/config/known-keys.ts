import { policyJsonSchema } from "./policy-json-schema";

/** The keys that the policy file may have at a path, as its JSON Schema says. */
export function knownKeys(path: readonly PropertyKey[]): readonly string[] {
  const schemas = path.reduce<unknown[]>(
    (nodes, step) => nodes.flatMap((node) => children(node, step)),
    [policyJsonSchema()],
  );
  return schemas.flatMap(branches).flatMap((schema) => Object.keys(record(record(schema).properties)));
}

function children(schema: unknown, step: PropertyKey): unknown[] {
  return branches(schema).flatMap((branch) => {
    const { properties, additionalProperties, items } = record(branch);
    const child =
      typeof step === "number" ? items : (record(properties)[String(step)] ?? additionalProperties);
    return child === undefined ? [] : [child];
  });
}

/** A value that may be of several kinds may have the keys of each. */
function branches(schema: unknown): unknown[] {
  const { anyOf } = record(schema);
  return Array.isArray(anyOf) ? anyOf.flatMap(branches) : [schema];
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
