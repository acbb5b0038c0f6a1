import { createHmac, timingSafeEqual } from "node:crypto";

/**
 * Data as one text that nobody can make or change who lacks the secret, fit for a URL. Who sees it can read it.
 * @param purpose what it is for: sealed for one purpose, it opens for no other
 */
export function seal(secret: string, purpose: string, data: object): string {
  const body = Buffer.from(JSON.stringify(data)).toString("base64url");
  return `${body}.${signatureOf(secret, purpose, body)}`;
}

/** The data of a sealed text; undefined for one that was not sealed so. What it holds is still to be read with care. */
export function unseal(
  secret: string,
  purpose: string,
  text: string,
): Readonly<Record<string, unknown>> | undefined {
  const [body = "", signature = "", ...rest] = text.split(".");
  const expected = Buffer.from(signatureOf(secret, purpose, body));
  const given = Buffer.from(signature);
  const isOurs = rest.length === 0 && given.length === expected.length && timingSafeEqual(given, expected);
  return isOurs ? JSON.parse(Buffer.from(body, "base64url").toString()) : undefined;
}

function signatureOf(secret: string, purpose: string, body: string): string {
  return createHmac("sha256", secret)
    .update(JSON.stringify([purpose, body]))
    .digest("base64url");
}
