import { createHash } from "node:crypto";

/** The name of an account's domain. All of Twilio's customers share the names, so that it has to be one of its own. */
export function sipDomainName(accountSid: string): string {
  const digest = createHash("sha256").update(`gatehouse ${accountSid}`).digest("hex");
  return `gatehouse-${digest.slice(0, 10)}.sip.twilio.com`;
}
