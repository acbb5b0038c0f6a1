import { createHmac, timingSafeEqual } from "node:crypto";

/**
 * What lets a later request do what an earlier one decided, and nothing else: good for exactly these parts, the first of
 * which says what for. They are written as JSON, so that no two lists of parts look alike.
 */
export function ticketFor(secret: string, ...parts: readonly string[]): string {
  return createHmac("sha256", secret).update(JSON.stringify(parts)).digest("hex");
}

/** Whether a ticket was made for these parts, in constant time. */
export function isTicket(ticket: string, secret: string, ...parts: readonly string[]): boolean {
  const expected = Buffer.from(ticketFor(secret, ...parts));
  const given = Buffer.from(ticket);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
