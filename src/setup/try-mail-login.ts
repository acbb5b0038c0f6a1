import { describeMailError } from "../mail/mail-refused";

/** Why signing in at a mail server failed: the server said no, or it could not be asked. */
export interface MailLoginFailure {
  readonly isRefused: boolean;
  /** Neither user nor password are in it. */
  readonly reason: string;
}

const LIMIT_MS = 10_000;

/** By nodemailer's error codes. @see https://nodemailer.com/errors */
const FIXES: Readonly<Record<string, string>> = {
  EAUTH:
    "it refuses the user or the password. Many providers want an app password; an @ in either is written %40, a / %2F",
  ETLS: "TLS fails: smtps:// is for port 465, smtp:// for port 587",
  ESOCKET: "TLS fails, or nothing listens there: smtps:// is for port 465, smtp:// for port 587",
  EDNS: "there is no such host: look for a slip in its name",
};

/**
 * Signs in at the mail server of an SMTP_URL, and sends nothing.
 * @param limitMs how long the server may take, in milliseconds
 * @returns undefined when it let us in
 */
export async function tryMailLogin(
  smtpUrl: string,
  limitMs = LIMIT_MS,
): Promise<MailLoginFailure | undefined> {
  const { createTransport } = await import("nodemailer");
  const transport = createTransport({
    url: smtpUrl,
    dnsTimeout: limitMs,
    connectionTimeout: limitMs,
    greetingTimeout: limitMs,
    socketTimeout: limitMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await within(limitMs, transport.verify());
    return undefined;
  } catch (error) {
    return explain(error);
  } finally {
    transport.close();
  }
}

/** A server may spend the limit in each phase, or send a letter now and then. */
async function within(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error("too late"), { code: "ETIMEDOUT" })), ms);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}

function explain(error: unknown): MailLoginFailure {
  const code: unknown = error instanceof Error ? Reflect.get(error, "code") : undefined;
  const fix = typeof code === "string" ? FIXES[code] : undefined;
  const reason = describeMailError(error);
  return { isRefused: code === "EAUTH", reason: fix === undefined ? reason : `${reason}: ${fix}` };
}
