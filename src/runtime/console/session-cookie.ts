/**
 * A browser keeps a cookie of this prefix only when it is Secure, for `/` and for this very host: no neighbour under `twil.io` can
 * set it.
 * @see https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Set-Cookie#cookie_prefixes
 */
export const SESSION_COOKIE = "__Host-gatehouse";

const ATTRIBUTES = "Path=/; Secure; HttpOnly; SameSite=Strict";

/** The header that gives a browser its session, for so many seconds. Twilio refuses more than a day. */
export function sessionCookie(token: string, seconds: number): Readonly<Record<string, string>> {
  return { "Set-Cookie": `${SESSION_COOKIE}=${token}; ${ATTRIBUTES}; Max-Age=${seconds}` };
}

/** The header that makes a browser forget its session. */
export const FORGET_SESSION = sessionCookie("", 0);
