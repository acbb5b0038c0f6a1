import { randomBytes } from "node:crypto";
import { hashPin } from "../src/policy/home/owner-pin";
import type { Policy } from "../src/policy/line";
import { HOME_PHONE_URI } from "./furnish-sip";

/** What a house is made of that its Service is told by variables. */
export interface HouseParts {
  readonly syncServiceSid: string;
  readonly smtpUrl: string;
  readonly policy: Pick<Policy, "home" | "reputation">;
  /** What TeleSign takes. */
  readonly telesign: { readonly customerId: string; readonly apiKey: string };
  /** The owner's PIN, of which the Service knows the hash only. */
  readonly pin: string | undefined;
}

/** The variables of the hosted Service, as `.env` holds them on a real account. The secrets are new each time. */
export async function houseEnvironment(parts: HouseParts): Promise<Record<string, string>> {
  const { syncServiceSid, smtpUrl, policy, telesign, pin } = parts;
  const secret = () => randomBytes(32).toString("hex");
  return {
    SYNC_SERVICE_SID: syncServiceSid,
    CHALLENGE_SECRET: secret(),
    LINK_SECRET: secret(),
    SMTP_URL: smtpUrl,
    MAIL_FROM: "gatehouse@example.com",
    ...(policy.home === undefined ? {} : { HOME_PHONE: HOME_PHONE_URI }),
    ...(policy.reputation?.provider.startsWith("telesign")
      ? { TELESIGN_CUSTOMER_ID: telesign.customerId, TELESIGN_API_KEY: telesign.apiKey }
      : {}),
    ...(pin === undefined ? {} : { OWNER_PIN_HASH: await hashPin(pin, randomBytes(16)) }),
  };
}
