import { dueEntries, type OutboxEntry, type Voicemail } from "../policy/voicemail";
import { listOutbox } from "../store/outbox";
import { deliverStored } from "./voicemail-delivery";
import type { Wiring } from "./wiring";

const MOST_MAILS = 3;
/** With the Function's own work, within the 4 seconds in which it answers. */
const LONGEST_MS = 2500;

/**
 * Sends the mail of voicemails that have waited long enough, or that a mail server refused before: Twilio's Functions
 * have no scheduler, so each Function that has time left does it. A few at a time, for two and a half seconds at most;
 * what is left over, the next one does. Never throws.
 */
export async function sweepOutbox(wiring: Wiring): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, LONGEST_MS);
  });
  await Promise.race([sweep(wiring).catch(() => wiring.log("outbox-not-swept", {})), deadline]);
  clearTimeout(timer);
}

async function sweep(wiring: Wiring): Promise<void> {
  const due = dueEntries(await listOutbox(wiring.sync()), wiring.now()).slice(0, MOST_MAILS);
  await Promise.all(
    due.map((entry) => {
      const merge = (current: Voicemail | undefined) => current ?? rebuild(entry);
      return deliverStored(wiring, { ...entry, merge }).catch(() =>
        wiring.log("voicemail-not-swept", { recordingSid: entry.recordingSid }),
      );
    }),
  );
}

/** A voicemail whose row was never written, as far as its entry tells. */
function rebuild({ callSid, at }: OutboxEntry): Voicemail {
  return { callSid, at, transcription: "awaited" };
}
