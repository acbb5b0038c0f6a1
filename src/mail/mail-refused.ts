/** A mail that cannot be sent as things stand; the message says what to change and holds no personal data. */
export class MailRefused extends Error {
  override readonly name = "MailRefused";
}

/**
 * Why a mail did not go out, in words that may be stored and logged: a server's own words often repeat
 * the address, so only nodemailer's error code and the SMTP reply code are kept.
 * @see https://nodemailer.com/errors
 */
export function describeMailError(error: unknown): string {
  if (error instanceof MailRefused) return error.message;
  if (typeof error !== "object" || error === null) return "failed for an unknown reason";
  const reply = "responseCode" in error && typeof error.responseCode === "number" ? error.responseCode : "";
  if ("code" in error && typeof error.code === "string") return `mail server: ${error.code} ${reply}`.trim();
  return `failed: ${"name" in error && typeof error.name === "string" ? error.name : "unknown error"}`;
}
