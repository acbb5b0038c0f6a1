/**
 * What Studio's own validator says, as far as Twilio has published it: the sentences of networknt's JSON Schema validator.
 * @see https://github.com/twilio/ai skills/twilio/twilio-studio-flows
 */
export const MISSING = "is missing but it is required";
export const NULL = "must not be null";
export const NO_FLOW_SID = "must be a valid, non-liquid flow sid";
export const REST_TRIGGER_ONLY = "can only be used in flows triggered by the REST API";

/** Of a value that is absent, null, or of another type than `expected`. */
export function mistyped(value: unknown, expected: string): string {
  if (value === undefined) return MISSING;
  return value === null ? NULL : `${typeOf(value)} found, ${expected} expected`;
}

/** Of a value that is none of those allowed. */
export function notListed(allowed: readonly string[]): string {
  return `does not have a value in the enumeration [${allowed.join(", ")}]`;
}

/** Of a transition's event: one sentence for each event that the widget has. */
export function notConstant(allowed: readonly string[]): readonly string[] {
  return allowed.map((event) => `must be a constant value ${event}`);
}

/** The name of a JSON value's type. */
export function typeOf(value: unknown): string {
  if (Array.isArray(value)) return "array";
  if (value === null) return "null";
  return Number.isInteger(value) ? "integer" : typeof value;
}
