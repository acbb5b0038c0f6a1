import type { UncompiledPolicy } from "../../config/read-policy";
import { check } from "../check";
import { complaintsOr, type Finding, failure, warning } from "../finding";
import type { MailServer } from "../facts/mail-server";

const ENV = "in .env (npm run setup), then npm run deploy";

/** The way of a voicemail to its owner's inbox. */
export const mailCheck = check({
  name: "mail",
  title: "Mail server",
  needs: ["mailServer", "variables"],
  judge: ({ mailServer, variables: { MAIL_FROM } }) => {
    if (!mailServer.isSet)
      return [warning("SMTP_URL is not set: voicemails are kept, and not mailed", `Set it ${ENV}`)];
    return complaintsOr("it lets us log in", [...judgeLogin(mailServer), ...judgeSender(MAIL_FROM)]);
  },
});

function judgeLogin({ problem }: MailServer): Finding[] {
  if (problem === undefined) return [];
  return [failure(`it does not let us log in: ${problem}`, `Correct SMTP_URL ${ENV}`)];
}

function judgeSender(mailFrom: string | undefined): Finding[] {
  return mailFrom ? [] : [failure("MAIL_FROM is not set, so every mail is refused", `Set it ${ENV}`)];
}

/** Lines whose voicemails have nowhere to go. */
export const mailAddressCheck = check({
  name: "mail-address",
  title: "Mail addresses",
  needs: ["policy"],
  judge: ({ policy: { policy } }) =>
    complaintsOr("every line's voicemails have an address to go to", judgeAddresses(policy)),
});

function judgeAddresses({ lines }: UncompiledPolicy): Finding[] {
  return Object.values(lines)
    .filter(({ voicemail }) => voicemail.email === undefined)
    .map(({ number }) =>
      warning(
        `the voicemails of ${number} have no address to be mailed to`,
        "Set owner.email, or the line's voicemail.email, in the policy; then npm run deploy",
      ),
    );
}
