import type { VerifyWorld } from "./verify-world";

/** How a code is sent. E-mail, WhatsApp and the silent network are not there. */
export const CHANNELS = ["sms", "call"] as const;
export type Channel = (typeof CHANNELS)[number];

/** "Tokens are valid for a default period of 10 minutes." @see https://www.twilio.com/docs/verify/api/rate-limits-and-timeouts */
const VALID_MS = 10 * 60 * 1000;
/** @see https://www.twilio.com/docs/api/errors/60202, https://www.twilio.com/docs/api/errors/60203 (five of each) */
export const MOST_ATTEMPTS = 5;

/** A time that the code was sent, in epoch milliseconds. */
export interface Sending {
  readonly sid: string;
  readonly at: number;
  readonly channel: Channel;
}

/** A verification. Instants are epoch milliseconds. @see https://www.twilio.com/docs/verify/api/verification */
export interface VerificationRow {
  readonly sid: string;
  readonly serviceSid: string;
  /** E.164. */
  readonly to: string;
  readonly code: string;
  readonly dateCreated: number;
  readonly dateUpdated: number;
  /** Oldest first; at least one. */
  readonly sendings: readonly Sending[];
  /** Wrong codes so far. */
  readonly misses: number;
  readonly status: "pending" | "approved" | "canceled";
}

/** Where the verification of a receiver is kept. */
export function verificationKey(serviceSid: string, to: string): string {
  return `${serviceSid} ${to}`;
}

/**
 * The verification that a receiver, or a SID, has now. One that is approved, canceled or older than ten minutes is gone.
 * @see https://www.twilio.com/docs/verify/api/verification-check ("Twilio deletes the verification SID once it's […]")
 */
export function pendingOf(
  { verifications, clock }: Pick<VerifyWorld, "verifications" | "clock">,
  serviceSid: string,
  toOrSid: string,
): VerificationRow | undefined {
  const row =
    verifications.get(verificationKey(serviceSid, toOrSid)) ??
    [...verifications.values()].find((each) => each.sid === toOrSid && each.serviceSid === serviceSid);
  const isOver = row === undefined || row.status !== "pending" || clock.now() >= row.dateCreated + VALID_MS;
  return isOver ? undefined : row;
}
