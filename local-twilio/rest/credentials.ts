import type { Account } from "../account";
import type { WireRequest } from "./wire";

/** Twilio itself calls this host: it is a webhook, not an API with credentials. */
const WITHOUT_CREDENTIALS: readonly string[] = ["webhooks.twilio.com"];

const API_KEY = /^SK[0-9a-f]{32}$/;

/**
 * Whether a request may come in: basic authentication with the account SID and its token. Local Twilio makes no API
 * keys, so every key's SID goes with that token.
 * @see https://www.twilio.com/docs/usage/requests-to-twilio#credentials
 */
export function isAuthentic({ host, headers }: WireRequest, { sid, authToken }: Account): boolean {
  if (WITHOUT_CREDENTIALS.includes(host)) return true;
  const [, encoded = ""] = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(headers.authorization ?? "") ?? [];
  const [user = "", ...token] = Buffer.from(encoded, "base64").toString("utf8").split(":");
  return (user === sid || API_KEY.test(user)) && token.join(":") === authToken;
}
