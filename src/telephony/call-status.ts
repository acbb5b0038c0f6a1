/** Where a call stands. @see https://www.twilio.com/docs/voice/api/call-resource#call-status-values */
export const CALL_STATUSES = [
  "queued",
  "initiated",
  "ringing",
  "in-progress",
  "completed",
  "busy",
  "no-answer",
  "failed",
  "canceled",
] as const;

/** One of {@link CALL_STATUSES}. */
export type CallStatus = (typeof CALL_STATUSES)[number];

/** Reads `CallStatus`; undefined for a word that Twilio does not document. */
export function parseCallStatus(text: string | undefined): CallStatus | undefined {
  return CALL_STATUSES.find((status) => status === text);
}

/** Whether a call has not ended. */
export function isLive(status: CallStatus): boolean {
  return LIVE.includes(status);
}

const LIVE: readonly CallStatus[] = ["queued", "initiated", "ringing", "in-progress"];
