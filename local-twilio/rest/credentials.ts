import type { Account } from "../account";
import { RECORDING_MEDIA } from "./media-path";
import type { WireRequest } from "./wire";

/** Twilio itself calls this host: it is a webhook, not an API with credentials. */
const WITHOUT_CREDENTIALS: readonly string[] = ["webhooks.twilio.com"];

const API_KEY = /^SK[0-9a-f]{32}$/;

/**
 * Whether a request may come in: basic authentication with the account SID and its token. Local Twilio makes no API
 * keys, so every key's SID goes with that token.
 * @see https://www.twilio.com/docs/usage/requests-to-twilio#credentials
 */
export function isAuthentic(request: WireRequest, account: Account): boolean {
  if (WITHOUT_CREDENTIALS.includes(request.host) || isOpenMedia(request, account)) return true;
  const { sid, authToken } = account;
  const [, encoded = ""] = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(request.headers.authorization ?? "") ?? [];
  const [user = "", ...token] = Buffer.from(encoded, "base64").toString("utf8").split(":");
  return (user === sid || API_KEY.test(user)) && token.join(":") === authToken;
}

/** @see https://support.twilio.com/hc/en-us/articles/15827821586843 ("Enforce HTTP Auth on Media URLs") */
function isOpenMedia({ host, method, path }: WireRequest, { enforceMediaAuth }: Account): boolean {
  return !enforceMediaAuth && method === "GET" && host === "api.twilio.com" && RECORDING_MEDIA.test(path);
}
