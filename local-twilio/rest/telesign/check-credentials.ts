import type { Reputation } from "../../reputation";
import type { WireRequest } from "../wire";
import { signTelesign } from "./sign-telesign";
import { refusalWith, TelesignError } from "./telesign-error";

type Credentials = Reputation["telesign"];

/**
 * Basic or "digest" authentication, whichever the request uses. How old a date and a nonce may be is not looked at.
 * @throws TelesignError 401
 * @see https://developer.telesign.com/enterprise/docs/authentication
 */
export function checkCredentials(request: WireRequest, credentials: Credentials): void {
  const { authorization = "" } = request.headers;
  const [, scheme = "", rest = ""] = /^(Basic|TSA) (\S+)$/.exec(authorization) ?? [];
  const [customer, secret] = split(scheme === "Basic" ? decode(rest) : rest);
  if (customer !== credentials.customerId) throw new TelesignError(401, 10015, "Invalid customer ID");
  const expected = scheme === "Basic" ? credentials.apiKey : signatureOf(request, credentials.apiKey);
  if (secret !== expected) throw refusalWith(401, "");
}

/** Undefined when a header is missing that the signature needs, so that nothing equals it. */
function signatureOf({ method, headers, sent }: WireRequest, apiKey: string): string | undefined {
  const { date = "", "x-ts-date": tsDate, "x-ts-nonce": nonce, "x-ts-auth-method": authMethod } = headers;
  if ((date === "" && tsDate === undefined) || nonce === undefined || authMethod !== "HMAC-SHA256")
    return undefined;
  const { path: resource = "", body = "" } = sent ?? {};
  const contentType = headers["content-type"] ?? "";
  return signTelesign(apiKey, { method, resource, contentType, body, date, tsDate, nonce });
}

function decode(text: string): string {
  return Buffer.from(text, "base64").toString("utf8");
}

/** At the first colon: a customer ID has none, an API key may. */
function split(text: string): readonly [customer: string, secret: string] {
  const colon = text.indexOf(":");
  return colon === -1 ? ["", ""] : [text.slice(0, colon), text.slice(colon + 1)];
}
