import { isSipDomain } from "../sip/find-sip-domain";
import { parseSipUri, sipAddress } from "../sip/parse-sip-uri";
import type { Callee } from "./party";
import type { Ring } from "./switchboard";
import type { VoiceWorld } from "./voice-world";

/** What the phone does that a call placed by REST rings: a registered one, one of another host, or a number; if there is one. */
export function findPhone(
  { clock, switchboard }: VoiceWorld,
  to: string,
  ring: Ring,
): Promise<Callee | undefined> {
  const uri = parseSipUri(to);
  return clock.hold(async () => {
    if (uri === undefined) return switchboard.ringPhone(to, ring);
    return isSipDomain(uri.host)
      ? switchboard.ringSip(to, ring)
      : switchboard.ringPhone(sipAddress(uri), ring);
  });
}
