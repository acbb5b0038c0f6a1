import { validateRequest, validateRequestWithBody } from "twilio/lib/webhooks/webhooks";

/** A request as it was signed: the public URL, and the body byte for byte. */
export interface SignedRequest {
  readonly method: string;
  readonly url: string;
  readonly signature: string | undefined;
  readonly contentType: string | undefined;
  readonly body: Buffer;
}

/**
 * Whether the request carries Twilio's signature, by the helper library's own validator. A form is signed field by
 * field (repeated fields once each), any other body by its SHA-256 in the query.
 * @see https://www.twilio.com/docs/usage/security#validating-requests
 */
export function isSignedByTwilio(authToken: string, request: SignedRequest): boolean {
  const { method, url, signature = "", contentType = "", body } = request;
  if (method !== "POST" || body.length === 0) return validateRequest(authToken, signature, url, {});
  if (!contentType.startsWith("application/x-www-form-urlencoded"))
    return validateRequestWithBody(authToken, signature, url, body.toString("utf8"));
  return validateRequest(authToken, signature, url, readFields(body.toString("utf8")));
}

function readFields(form: string): Record<string, string[]> {
  const fields = new URLSearchParams(form);
  return Object.fromEntries([...new Set(fields.keys())].map((name) => [name, [...fields.getAll(name)]]));
}
