import type { LocalTwilio } from "../local-twilio/local-twilio";

/** One text message as its reader sees it. */
export interface Text {
  /** E.164. */
  readonly from: string;
  /** E.164. */
  readonly to: string;
  readonly body: string;
}

/** The text messages that went out so far, in their order. */
export function sentTexts({ messages }: Pick<LocalTwilio, "messages">): Text[] {
  return messages.sent().map(({ from, to, body }) => ({ from, to, body }));
}
