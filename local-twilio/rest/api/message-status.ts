import type { MessageRow } from "../../messages";
import { sendCallback } from "../../voice/callback";
import type { LiveWorld } from "./live-world";

/** How long after it was taken a message is sent, and how long after that it arrives, in milliseconds. */
const SENT_MS = 1000;
const ARRIVED_MS = 3000;

/** Where a message is. `at` is when it got there, in epoch milliseconds. */
export interface MessageProgress {
  readonly status: "queued" | "sent" | "delivered" | "undelivered";
  readonly at: number;
  readonly sentAt: number | undefined;
}

/** The error of a message that no telephone shows. @see https://www.twilio.com/docs/api/errors/30006 */
export const LANDLINE_ERROR = { code: 30006, message: "Landline or unreachable carrier" } as const;

/**
 * How a message stands: queued, then sent, then delivered, or undelivered where it ends at a landline.
 * @see https://www.twilio.com/docs/messaging/api/message-resource#message-status-values
 */
export function progressOf({ dateCreated, toLandline }: MessageRow, now: number): MessageProgress {
  const [sentAt, arrivedAt] = [dateCreated + SENT_MS, dateCreated + ARRIVED_MS];
  if (now < sentAt) return { status: "queued", at: dateCreated, sentAt: undefined };
  if (now < arrivedAt) return { status: "sent", at: sentAt, sentAt };
  return { status: toLandline ? "undelivered" : "delivered", at: arrivedAt, sentAt };
}

/**
 * Tells the callback of each status but the first.
 * @see https://www.twilio.com/docs/messaging/guides/outbound-message-status-in-status-callbacks
 */
export async function reportStatuses(world: LiveWorld, row: MessageRow, url: string): Promise<void> {
  const { clock } = world.voice;
  for (const ms of [SENT_MS, ARRIVED_MS]) {
    await clock.sleep(row.dateCreated + ms - clock.now());
    const { status } = progressOf(row, clock.now());
    const parameters = { ...parametersOf(world, row, status) };
    await sendCallback(
      { world: world.voice, log: NOWHERE, documentUrl: url },
      { url, method: "POST", parameters },
    );
  }
}

/** A callback that fails is told to Twilio's debugger, which nobody reads here. */
const NOWHERE = { note: () => undefined };

/** @see https://www.twilio.com/docs/messaging/guides/track-outbound-message-status#step-1-set-up-a-status-callback-endpoint */
function parametersOf(
  { account }: LiveWorld,
  { sid, from, to }: MessageRow,
  status: MessageProgress["status"],
) {
  return {
    ...{ SmsSid: sid, SmsStatus: status, MessageStatus: status, To: to, MessageSid: sid },
    ...{ AccountSid: account.sid, From: from, ApiVersion: "2010-04-01" },
    ...(status === "undelivered" ? { ErrorCode: String(LANDLINE_ERROR.code) } : {}),
  };
}
