/** As much of a JSON Schema as the preparation of Twilio's documents looks at. */
export interface Schema {
  readonly [keyword: string]: unknown;
  readonly type?: string;
  readonly $ref?: string;
  readonly nullable?: boolean;
  readonly required?: readonly string[];
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

/** The named schemas of a document. */
export type Components = Readonly<Record<string, Schema>>;

/**
 * A self-contained copy of a schema, ready for ajv: references are put in place (Twilio's are never circular) and
 * `nullable` is spelled so that ajv accepts it.
 *
 * With `samples`, Twilio's own examples of the value, the copy is strict: every property is required and no other
 * allowed, since Twilio's schemas ask for nothing but its examples carry every property. What an example leaves out, or
 * shows as null, is not insisted on. For replies only: a request may leave out what it likes.
 */
export function prepareSchema(schema: Schema, components: Components, samples?: readonly unknown[]): Schema {
  const { $ref, nullable, properties, items, ...rest } = schema;
  if ($ref !== undefined) return prepareSchema(resolve($ref, components), components, samples);
  const isNullable = nullable === true || samples?.includes(null) === true;
  return {
    ...rest,
    // ajv refuses `nullable` without a type; without a type null is allowed anyway.
    ...(isNullable && rest.type !== undefined && { nullable: true, ...withNull(rest.enum) }),
    ...(properties && prepareProperties(properties, components, samples)),
    ...(items && { items: prepareSchema(items, components, samples?.flat().filter(isPresent)) }),
  };
}

function prepareProperties(
  properties: Readonly<Record<string, Schema>>,
  components: Components,
  samples: readonly unknown[] | undefined,
) {
  const objects = samples?.filter(isObject);
  const prepared = Object.entries(properties).map(([name, schema]) => [
    name,
    prepareSchema(schema, components, objects?.map((sample) => sample[name]).filter(isPresent)),
  ]);
  const required = Object.keys(properties).filter((name) => objects?.every((sample) => name in sample));
  return {
    properties: Object.fromEntries(prepared),
    ...(objects && { required, additionalProperties: false }),
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isPresent(value: unknown): boolean {
  return value !== undefined;
}

function resolve($ref: string, components: Components): Schema {
  const name = $ref.slice($ref.lastIndexOf("/") + 1);
  const schema = components[name];
  if (schema === undefined) throw new RangeError(`Cannot resolve ${$ref}: no such schema`);
  return schema;
}

/** A nullable enumeration allows null as well, which JSON Schema wants listed. */
function withNull(values: readonly unknown[] | undefined) {
  return values === undefined ? {} : { enum: [...values, null] };
}
