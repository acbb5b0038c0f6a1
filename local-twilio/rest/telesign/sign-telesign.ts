import { createHmac } from "node:crypto";

/** What TeleSign's signature covers of a request. */
export interface SignedParts {
  readonly method: string;
  /** The path as it is sent. */
  readonly resource: string;
  readonly contentType: string;
  /** The body as it is sent. */
  readonly body: string;
  /** Of the header Date; empty when `tsDate` is sent. */
  readonly date: string;
  /** Of the header x-ts-date. */
  readonly tsDate?: string | undefined;
  readonly nonce: string;
}

/**
 * The signature of `Authorization: TSA <customer>:<signature>`.
 * @param apiKey in base 64, as TeleSign shows it
 * @see https://github.com/TeleSign/node_telesign/blob/master/src/RestClient.js (generateTeleSignHeaders)
 */
export function signTelesign(apiKey: string, parts: SignedParts): string {
  const { method, resource, contentType, body, date, tsDate, nonce } = parts;
  const lines = [
    ...[method, contentType, tsDate === undefined ? date : "", "x-ts-auth-method:HMAC-SHA256"],
    ...(tsDate === undefined ? [] : [`x-ts-date:${tsDate}`]),
    `x-ts-nonce:${nonce}`,
    ...(body === "" ? [] : [body]),
    resource,
  ];
  return createHmac("sha256", Buffer.from(apiKey, "base64"))
    .update(lines.join("\n"), "utf8")
    .digest("base64");
}
