import { dueEntries, type OutboxEntry, type Voicemail } from "../policy/voicemail";
import { listOutbox } from "../store/outbox";
import { within } from "./time-left";
import { deliverStored } from "./voicemail-delivery";
import type { Wiring } from "./wiring";

const MOST_MAILS = 3;
const LONGEST_MS = 2500;
/** Less is not begun: a mail that was sent but not settled would go out twice. */
const SHORTEST_MS = 1000;
/** What a Function needs to answer after a sweep. */
const ANSWER_MS = 250;

/**
 * Sends the mail of voicemails that have waited long enough, or that a mail server refused before: Twilio's Functions
 * have no scheduler, so each Function that has time left does it. A few at a time, for two and a half seconds at most
 * and never beyond the time in which the Function must answer; what is left over, the next one does. Never throws.
 */
export async function sweepOutbox(wiring: Wiring): Promise<void> {
  const longest = Math.min(LONGEST_MS, wiring.timeLeft() - ANSWER_MS);
  if (longest < SHORTEST_MS) return;
  await within(
    longest,
    sweep(wiring).catch(() => wiring.log("outbox-not-swept", {})),
  );
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
