import { createHash } from "node:crypto";

const END = ".sip.twilio.com";

function stemOf(accountSid: string): string {
  const digest = createHash("sha256").update(`gatehouse ${accountSid}`).digest("hex");
  return `gatehouse-${digest.slice(0, 10)}`;
}

/**
 * The names an account's domain may have, the best first: all of Twilio's customers share the names, and one that was
 * removed stays taken for some time. @see https://www.twilio.com/docs/api/errors/21232
 */
export function sipDomainNames(accountSid: string): readonly [string, ...string[]] {
  const stem = stemOf(accountSid);
  return [`${stem}${END}`, ...[2, 3, 4, 5, 6, 7, 8, 9].map((count): string => `${stem}-${count}${END}`)];
}
