import { tryMailLogin } from "../../setup/try-mail-login";
import { type FactSource, gathering } from "../fact-source";

/** How the mail server took a login. `problem` is undefined when it let us in. */
export interface MailServer {
  readonly isSet: boolean;
  readonly problem?: string | undefined;
}

export const mailServerSource: FactSource<MailServer> = gathering({
  lacking: "the mail server cannot be asked",
  needs: ["variables"],
  seconds: 12,
  gather: async ({ variables: { SMTP_URL: smtpUrl } }) => {
    if (!smtpUrl) return { isSet: false };
    if (!/^smtps?:\/\/[^/]/.test(smtpUrl))
      return { isSet: true, problem: "SMTP_URL does not begin with smtp:// or smtps://" };
    return { isSet: true, problem: (await tryMailLogin(smtpUrl))?.reason };
  },
});
