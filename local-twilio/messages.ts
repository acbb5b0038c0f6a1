/** What is special about a number that text messages are sent to. */
export type MessageMark =
  /** A landline: in some countries nothing arrives (30006), in the others Twilio refuses (21635). */
  | "landline"
  /** No mobile number by Twilio's numbering plans: refused (21614). */
  | "notMobile"
  /** Its owner has answered STOP: refused (21610). */
  | "optedOut"
  /** No carrier takes messages for it: refused (21612). */
  | "unreachable";

/** A text message that Twilio took. Instants are epoch milliseconds. @see https://www.twilio.com/docs/messaging/api/message-resource */
export interface MessageRow {
  readonly sid: string;
  /** E.164. */
  readonly from: string;
  /** E.164. */
  readonly to: string;
  /** Empty once it has been redacted. */
  readonly body: string;
  readonly segments: number;
  readonly dateCreated: number;
  /** Whether it reaches a landline, where it ends. */
  readonly toLandline: boolean;
}

/** A text message as it went out. `at` is in epoch milliseconds. */
export type SentMessage = Pick<MessageRow, "sid" | "from" | "to" | "body"> & { readonly at: number };

/** The account's text messages, and what is to become of those that are sent. */
export interface Messages {
  /** What the Messages resource holds, by SID. */
  readonly rows: Map<string, MessageRow>;
  /** By number in E.164. Numbers that are not in here get their messages. */
  readonly marks: Map<string, MessageMark>;
  /** The countries that may be sent to, as ISO codes. @see https://www.twilio.com/docs/api/errors/21408 */
  readonly countries: Set<string>;
  /** The messages that were taken, oldest first, also those that were deleted since; the last thousand. */
  sent(): readonly SentMessage[];
  /** Takes a message. */
  add(row: MessageRow): void;
}

/** How many sent messages are remembered: a long run must not grow without end. */
const KEPT = 1000;

/** No messages yet; North America may be sent to, and every number in it is a mobile telephone. */
export function createMessages(): Messages {
  const rows = new Map<string, MessageRow>();
  const sent: SentMessage[] = [];
  return {
    ...{ rows, marks: new Map(), countries: new Set(["US", "CA"]) },
    sent: () => sent,
    add: (row) => {
      const { sid, from, to, body, dateCreated: at } = row;
      rows.set(sid, row);
      sent.push({ sid, from, to, body, at });
      if (sent.length > KEPT) sent.shift();
    },
  };
}
