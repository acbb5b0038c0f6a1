import type { HttpResult } from "../events";
import { isJsonObject, type Json, type JsonObject } from "../json";
import { STUDIO_LIMITS } from "../limits";

/**
 * What a reply leaves in the variables. `parsed` only for application/json that is an object; it is merged into what an
 * earlier visit parsed, as the documentation's worked example shows, and a reply that is not JSON leaves it alone.
 * @see https://www.twilio.com/docs/studio/widget-library/run-function
 */
export function httpOutputs(reply: HttpResult & { kind: "reply" }, before: JsonObject): JsonObject {
  const parsed = isJson(reply.contentType) ? parseObject(reply.body) : undefined;
  const old = isJsonObject(before.parsed) ? before.parsed : {};
  return {
    body: reply.body,
    content_type: reply.contentType,
    status_code: reply.status,
    ...(parsed === undefined ? {} : { parsed: { ...old, ...parsed } }),
  };
}

/** Whether Studio takes a response in at all: it answered in time, and with at most 64 kB. */
export function isReadable(response: HttpResult): response is HttpResult & { kind: "reply" } {
  return response.kind === "reply" && Buffer.byteLength(response.body) <= STUDIO_LIMITS.httpBodyBytes;
}

function isJson(contentType: string): boolean {
  return contentType.split(";")[0]?.trim().toLowerCase() === "application/json";
}

function parseObject(body: string): JsonObject | undefined {
  try {
    const value: Json = JSON.parse(body);
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
