import { MailRefused } from "./mail-refused";
import type { Mailer } from "./mailer";

/** SMTP_URL and MAIL_FROM, as far as they are set. */
export interface MailSettings {
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string | undefined;
}

const SEND_MS = 1900;
/** Each phase, so that the log can tell a dead host from a silent one. */
const PHASE_MS = 1500;

/**
 * Opens the way to the mail server: `smtp://user:password@host:587`, or `smtps://` for TLS from the first byte.
 * A send that has not been accepted within 2 seconds is given up and its connection closed.
 * nodemailer is loaded by the first send, so that a Function that sends nothing does not pay for it.
 */
export function openMailer({ smtpUrl, mailFrom }: MailSettings): Mailer {
  return {
    async send(message) {
      if (!smtpUrl) throw new MailRefused("SMTP_URL is not set");
      if (!mailFrom) throw new MailRefused("MAIL_FROM is not set");
      const { createTransport } = await import("nodemailer");
      const transport = createTransport({
        url: smtpUrl,
        dnsTimeout: PHASE_MS,
        connectionTimeout: PHASE_MS,
        greetingTimeout: PHASE_MS,
        socketTimeout: PHASE_MS,
        socketCloseTimeout: 200,
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      await transport.sendMail({
        ...message,
        from: mailFrom,
        headers: { "Auto-Submitted": "auto-generated" },
        signal: AbortSignal.timeout(SEND_MS),
      });
    },
  };
}
