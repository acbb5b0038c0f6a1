import { createHmac, timingSafeEqual } from "node:crypto";
import { serviceUrl } from "../telephony/service-url";
import type { RecordingSid } from "../telephony/sids";

/** What a link to a recording carries. `expires` is in epoch seconds, `signature` is hexadecimal. */
export interface ListenLink {
  readonly recordingSid: RecordingSid;
  readonly expires: number;
  readonly signature: string;
  /** Played to somebody who waits on the telephone, and no voicemail: it is handed out at once, and nothing is noted. */
  readonly isOnTelephone?: boolean;
}

/** How a link stands at a given moment. */
export type ListenLinkState = "valid" | "bad" | "expired";

/** Signs the right to hear one recording until `expires` (epoch seconds): HMAC-SHA256 in hexadecimal. */
export function signListenLink(recordingSid: RecordingSid, expires: number, secret: string): string {
  return createHmac("sha256", secret).update(`${recordingSid}.${expires}`).digest("hex");
}

/** The link to hear one recording until `expires`, on the domain of the Functions. http only on this machine. */
export function renderListenLink(
  { recordingSid, expires, isOnTelephone = false }: Omit<ListenLink, "signature">,
  { domainName, secret }: { readonly domainName: string; readonly secret: string },
): string {
  const signature = signListenLink(recordingSid, expires, secret);
  const query = { recording: recordingSid, expires: String(expires), signature };
  const quick = isOnTelephone ? { on: "telephone" } : {};
  return serviceUrl(domainName, "/voicemail/listen", { ...query, ...quick });
}

/** Checks a link's signature in constant time, then its time: a stranger learns nothing from trying. */
export function checkListenLink(link: ListenLink, secret: string, now: Date): ListenLinkState {
  const expected = Buffer.from(signListenLink(link.recordingSid, link.expires, secret), "hex");
  const given = Buffer.from(link.signature, "hex");
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return "bad";
  return link.expires * 1000 > now.getTime() ? "valid" : "expired";
}
