/** A text message. Numbers are E.164; `from` is one of ours. */
export interface TextMessage {
  readonly to: string;
  readonly from: string;
  /** At most 1,600 characters. */
  readonly body: string;
}

/** What Twilio said to a text message: it was taken, or refused for a reason of its list. @see https://www.twilio.com/docs/api/errors */
export type SendOutcome =
  | { readonly outcome: "taken" }
  | { readonly outcome: "refused"; readonly code: number | undefined };

/** What is asked of Twilio Messaging. */
export interface MessageGateway {
  /**
   * Sends a text message. Not asked twice: it could arrive twice.
   * @throws when there is no usable answer in time: nobody knows then whether it was sent
   */
  send(message: TextMessage): Promise<SendOutcome>;
}
