import type { Question } from "../question";
import { tryMailLogin } from "../try-mail-login";

const FORM = "smtp://user:password@mail.example.com:587, or smtps:// for TLS from the first byte";

/** The mail server. The answer holds a password, so no sentence repeats it. */
export const smtpUrl: Question = {
  variable: "SMTP_URL",
  prompt: "Mail server",
  help: FORM,
  isSecret: true,
  asks: "the mail server",
  isClearable: true,
  without: "voicemails are kept as unsent, and heard only in the Twilio console",
  kept: ({ variables }) => variables.get("SMTP_URL") || undefined,
  check: async (text, session) => {
    if (!isMailUrl(text)) return { problem: `the address of a mail server reads ${FORM}` };
    if (session.isOffline) return { value: text, note: "not checked" };
    const failure = await tryMailLogin(text);
    if (failure === undefined) return { value: text, note: "signed in" };
    return failure.isRefused ? { problem: failure.reason } : { doubt: failure.reason, value: text };
  },
};

/** nodemailer reads addresses as browsers do: signs that mean something there are written as %40 and so on. */
function isMailUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, hash, search } = new URL(text);
  return /^smtps?:$/.test(protocol) && hostname !== "" && hash === "" && search === "";
}
