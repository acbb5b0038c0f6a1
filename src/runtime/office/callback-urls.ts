import type { CallbackLeg } from "../../telephony/read-callback-status";
import { serviceUrl } from "../../telephony/service-url";
import type { CallWiring } from "../wiring";

type Host = Pick<CallWiring, "domainName">;

/** What whoever picks up hears, and answers by a key. @param link the sealed attempt */
export function callbackUrl({ domainName }: Host, link: string): string {
  return serviceUrl(domainName, "/office/callback", { link });
}

/** Where Twilio tells how one of the calls of an attempt goes. */
export function callbackStatusUrl({ domainName }: Host, link: string, of: CallbackLeg): string {
  return serviceUrl(domainName, "/office/callback-status", { link, of });
}
