/** What survives `JSON.stringify` unchanged: everything an Execution holds. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

/** Whether a value read from JSON is an object, not an array and not null. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether a value is a JSON object that can be kept in an Execution. */
export function isJsonObject(value: Json | undefined): value is JsonObject {
  return isRecord(value);
}
