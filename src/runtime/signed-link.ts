import { renderListenLink } from "../mail/listen-link";
import type { RecordingSid } from "../telephony/sids";
import type { Wiring } from "./wiring";

const LINK_DAYS = 30;

/** A link to hear a recording, for a month; undefined when links cannot be signed. */
export function signedLink(
  wiring: Wiring,
  recordingSid: RecordingSid,
): { readonly url: string; readonly expiresAt: Date } | undefined {
  const secret = wiring.environment("LINK_SECRET");
  if (!secret) return undefined;
  const expires = Math.floor(wiring.now().getTime() / 1000) + LINK_DAYS * 24 * 60 * 60;
  const url = renderListenLink({ recordingSid, expires }, { domainName: wiring.domainName, secret });
  return { url, expiresAt: new Date(expires * 1000) };
}
