import type { MessageGateway, SendOutcome, TextMessage } from "../../../src/runtime/message-gateway";

/** Twilio Messaging in memory. */
export class FakeMessages implements MessageGateway {
  readonly sent: TextMessage[] = [];
  /** What becomes of a message: by default it is taken. */
  answer: () => Promise<SendOutcome> = async () => ({ outcome: "taken" });

  async send(message: TextMessage): Promise<SendOutcome> {
    this.sent.push(message);
    return this.answer();
  }
}
