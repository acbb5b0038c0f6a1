/** One mail to the owner of a line. */
export interface MailMessage {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Sends mail, or rejects. `send` settles within 2 seconds, so that a Function can still answer in time. */
export interface Mailer {
  send(message: MailMessage): Promise<void>;
}
