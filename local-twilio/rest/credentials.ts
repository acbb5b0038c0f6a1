import type { Account } from "../account";
import type { WireRequest } from "./wire";

/** Twilio itself calls this host: it is a webhook, not an API with credentials. */
const WITHOUT_CREDENTIALS: readonly string[] = ["webhooks.twilio.com"];

/** Whether a request may come in: basic authentication with the account SID and its token. */
export function isAuthentic({ host, headers }: WireRequest, { sid, authToken }: Account): boolean {
  if (WITHOUT_CREDENTIALS.includes(host)) return true;
  const [, encoded = ""] = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(headers.authorization ?? "") ?? [];
  return Buffer.from(encoded, "base64").toString("utf8") === `${sid}:${authToken}`;
}
