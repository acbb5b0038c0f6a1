import { describeMailError } from "../mail/mail-refused";
import {
  addFacts,
  claimMail,
  decideMail,
  isTooShort,
  type LateFacts,
  releaseMail,
  settleMail,
  type Voicemail,
} from "../policy/voicemail";
import type { Store } from "../store/change-item";
import { addToOutbox, noteUnsent, removeFromOutbox } from "../store/outbox";
import type { SyncItem } from "../store/sync-gateway";
import { changeVoicemail } from "../store/voicemails";
import type { RecordingSid } from "../telephony/sids";
import { askLateFacts } from "./ask-late-facts";
import { composeVoicemailMail } from "./compose-voicemail-mail";
import type { Wiring } from "./wiring";

/** News of a voicemail: what is known now is `merge`d into what is stored. */
export interface VoicemailNews {
  readonly recordingSid: RecordingSid;
  readonly callSid: string;
  readonly merge: (current: Voicemail | undefined) => Voicemail;
}

/** `done`: mailed before, or too short to be mailed. `waiting`: for the transcript, or another Function is sending it. */
export type DeliveryOutcome = "sent" | "unsent" | "waiting" | "done";

/**
 * Stores what is known of a voicemail and mails it when its time has come: once, however often and in whatever order
 * the news comes. What is to be mailed is on the outbox before anything else, and its mail is claimed in the row before
 * it is sent, so that a Function that dies in between leaves work for the next one, never a lost voicemail.
 * When Sync is down, a mail that need not wait goes out all the same.
 * @throws when neither Sync nor the mail server took it: then only Twilio has the recording
 */
export async function deliverVoicemail(wiring: Wiring, news: VoicemailNews): Promise<DeliveryOutcome> {
  const { recordingSid, callSid, merge } = news;
  const now = wiring.now();
  const alone = merge(undefined);
  const decision = decideMail(alone, now);
  try {
    const entry = { recordingSid, callSid, at: now.toISOString(), tries: 0 };
    if (decision !== "done") await addToOutbox(wiring.sync(), entry);
    return await deliverStored(wiring, news);
  } catch {
    wiring.log("voicemail-not-stored", { callSid, recordingSid });
    if (decision !== "send") return decision === "done" ? "done" : "waiting";
    const { outcome } = await send(wiring, recordingSid, alone);
    if (outcome === "unsent")
      throw new Error("Cannot keep voicemail: neither Sync nor the mail server took it");
    return outcome;
  }
}

/** As `deliverVoicemail`, for a voicemail that is on the outbox. @throws when Sync cannot be reached */
export async function deliverStored(wiring: Wiring, news: VoicemailNews): Promise<DeliveryOutcome> {
  const { recordingSid } = news;
  const claimed = await claim(wiring, news);
  if (claimed.decision === "done") await removeFromOutbox(wiring.sync(), recordingSid);
  if (claimed.decision !== "send") return claimed.decision === "done" ? "done" : "waiting";
  const sending = await send(wiring, recordingSid, claimed.voicemail);
  await settle(wiring, { ...sending, ...claimed, recordingSid });
  return sending.outcome;
}

async function claim(wiring: Wiring, { recordingSid, merge }: VoicemailNews) {
  const now = wiring.now();
  const { before, after, item } = await changeVoicemail(storeOf(wiring), recordingSid, (current) => {
    const voicemail = merge(current);
    return decideMail(voicemail, now) === "send" ? claimMail(voicemail, now) : voicemail;
  });
  const isOurs = after.claimedAt !== undefined && after.claimedAt !== before?.claimedAt;
  return { voicemail: after, item, decision: isOurs ? "send" : decideMail(after, now) };
}

/** How a sending ended; `done`: the message proved too short to be mailed. `facts`: what had to be asked for it. */
interface Sending {
  readonly outcome: "sent" | "unsent" | "done";
  readonly facts: LateFacts;
  readonly error?: string;
}

async function send(wiring: Wiring, recordingSid: RecordingSid, known: Voicemail): Promise<Sending> {
  const facts = await askLateFacts(wiring, recordingSid, known);
  const voicemail = addFacts(known, facts);
  if (isTooShort(voicemail)) return { outcome: "done", facts };
  try {
    await wiring.mail().send(composeVoicemailMail(wiring, recordingSid, voicemail));
    wiring.log("voicemail-mailed", { recordingSid });
    return { outcome: "sent", facts };
  } catch (failure) {
    const error = describeMailError(failure);
    wiring.log("voicemail-unsent", { recordingSid, error });
    return { outcome: "unsent", facts, error };
  }
}

interface Settlement extends Sending {
  readonly recordingSid: RecordingSid;
  readonly voicemail: Voicemail;
  /** The row as it was claimed: a request less between the mail's going out and its being noted. */
  readonly item?: SyncItem | undefined;
}

/**
 * The row first: whoever puts the voicemail back on the outbox after it left will then read that it was mailed. But a
 * mail that went out leaves the outbox even when its row cannot be written.
 */
async function settle(
  wiring: Wiring,
  { recordingSid, voicemail, item, outcome, facts, error }: Settlement,
): Promise<void> {
  const { callSid, at } = voicemail;
  const fail = () => wiring.log("voicemail-not-settled", { recordingSid });
  const store = { ...storeOf(wiring), ...(item && { known: { item } }) };
  await changeVoicemail(store, recordingSid, (current) => {
    const known = addFacts(current ?? voicemail, facts);
    return outcome === "done" ? releaseMail(known) : settleMail(known, wiring.now(), error);
  }).catch(fail);
  const entry = { recordingSid, callSid, at, tries: 0 };
  const sync = wiring.sync();
  await (error === undefined ? removeFromOutbox(sync, recordingSid) : noteUnsent(sync, entry, error)).catch(
    fail,
  );
}

function storeOf(wiring: Wiring): Store {
  return { sync: wiring.sync(), random: wiring.random };
}
