/** How a dialled leg ended. @see https://www.twilio.com/docs/voice/twiml/dial#dialcallstatus-values */
export const DIAL_CALL_STATUSES = [
  "completed",
  "answered",
  "busy",
  "no-answer",
  "failed",
  "canceled",
] as const;

/** One of {@link DIAL_CALL_STATUSES}. */
export type DialCallStatus = (typeof DIAL_CALL_STATUSES)[number];

/** Reads `DialCallStatus`; undefined when nothing was dialled, or for a word that Twilio does not document. */
export function parseDialCallStatus(text: string | undefined): DialCallStatus | undefined {
  return DIAL_CALL_STATUSES.find((status) => status === text);
}
