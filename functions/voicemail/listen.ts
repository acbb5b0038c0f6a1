import { readListenLink } from "../../src/mail/read-listen-link";
import { defineFunction } from "../../src/runtime/define-function";
import { playVoicemail } from "../../src/runtime/play-voicemail";
import { sweepOutbox } from "../../src/runtime/sweep-outbox";

/**
 * The link in a voicemail mail, and the name that a caller has spoken. Public, because a mail reader cannot sign as Twilio
 * does: the link itself is signed.
 */
export const handler = defineFunction(readListenLink, async (link, wiring) => {
  const reply = await playVoicemail(wiring, link);
  if (reply.status === 200 && link.isOnTelephone !== true) await sweepOutbox(wiring);
  return reply;
});
