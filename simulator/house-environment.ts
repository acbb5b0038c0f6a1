import { randomBytes } from "node:crypto";

/** The variables of the hosted Service, as `.env` holds them on a real account. The secrets are new each time. */
export function houseEnvironment(syncServiceSid: string, smtpUrl: string): Record<string, string> {
  const secret = () => randomBytes(32).toString("hex");
  return {
    SYNC_SERVICE_SID: syncServiceSid,
    CHALLENGE_SECRET: secret(),
    LINK_SECRET: secret(),
    SMTP_URL: smtpUrl,
    MAIL_FROM: "gatehouse@example.com",
  };
}
