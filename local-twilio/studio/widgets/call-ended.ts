import type { Parameters } from "../events";

const ENDED: ReadonlySet<string> = new Set(["completed", "busy", "no-answer", "failed", "canceled"]);

/**
 * Whether a webhook of the call says that the call is over.
 * @see https://www.twilio.com/docs/voice/api/call-resource#call-status-values
 */
export function isCallEnded({ CallStatus: status }: Parameters): boolean {
  return status !== undefined && ENDED.has(status);
}
