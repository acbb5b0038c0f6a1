import { describeMailError } from "../mail/mail-refused";
import {
  addParties,
  type CallParties,
  claimMail,
  decideMail,
  settleMail,
  type Voicemail,
} from "../policy/voicemail";
import type { Store } from "../store/change-item";
import { addToOutbox, noteUnsent, removeFromOutbox } from "../store/outbox";
import { changeVoicemail } from "../store/voicemails";
import type { RecordingSid } from "../telephony/sids";
import { composeVoicemailMail } from "./compose-voicemail-mail";
import { identifyCall } from "./identify-call";
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
    const { error } = await send(wiring, recordingSid, alone);
    if (error !== undefined)
      throw new Error("Cannot keep voicemail: neither Sync nor the mail server took it");
    return "sent";
  }
}

/** As `deliverVoicemail`, for a voicemail that is on the outbox. @throws when Sync cannot be reached */
export async function deliverStored(wiring: Wiring, news: VoicemailNews): Promise<DeliveryOutcome> {
  const { recordingSid } = news;
  const claimed = await claim(wiring, news);
  if (claimed.decision === "done") await removeFromOutbox(wiring.sync(), recordingSid);
  if (claimed.decision !== "send") return claimed.decision === "done" ? "done" : "waiting";
  const { error, parties } = await send(wiring, recordingSid, claimed.voicemail);
  await settle(wiring, { recordingSid, voicemail: claimed.voicemail, parties, error });
  return error === undefined ? "sent" : "unsent";
}

async function claim(wiring: Wiring, { recordingSid, merge }: VoicemailNews) {
  const now = wiring.now();
  const { before, after } = await changeVoicemail(storeOf(wiring), recordingSid, (current) => {
    const voicemail = merge(current);
    return decideMail(voicemail, now) === "send" ? claimMail(voicemail, now) : voicemail;
  });
  const isOurs = after.claimedAt !== undefined && after.claimedAt !== before?.claimedAt;
  return { voicemail: after, decision: isOurs ? "send" : decideMail(after, now) };
}

async function send(
  wiring: Wiring,
  recordingSid: RecordingSid,
  voicemail: Voicemail,
): Promise<{ error?: string; parties: CallParties }> {
  const isKnown = voicemail.to !== undefined || voicemail.callSid === "";
  const parties = isKnown ? {} : await identifyCall(wiring, voicemail.callSid);
  try {
    const mail = composeVoicemailMail(wiring, recordingSid, addParties(voicemail, parties));
    await wiring.mail().send(mail);
    wiring.log("voicemail-mailed", { recordingSid });
    return { parties };
  } catch (failure) {
    const error = describeMailError(failure);
    wiring.log("voicemail-unsent", { recordingSid, error });
    return { parties, error };
  }
}

interface Settlement {
  readonly recordingSid: RecordingSid;
  readonly voicemail: Voicemail;
  readonly parties: CallParties;
  readonly error: string | undefined;
}

/**
 * The row first: whoever puts the voicemail back on the outbox after it left will then read that it was mailed. But a
 * mail that went out leaves the outbox even when its row cannot be written.
 */
async function settle(
  wiring: Wiring,
  { recordingSid, voicemail, parties, error }: Settlement,
): Promise<void> {
  const { callSid, at } = voicemail;
  const fail = () => wiring.log("voicemail-not-settled", { recordingSid });
  await changeVoicemail(storeOf(wiring), recordingSid, (current) =>
    settleMail(addParties(current ?? voicemail, parties), wiring.now(), error),
  ).catch(fail);
  const entry = { recordingSid, callSid, at, tries: 0 };
  const sync = wiring.sync();
  await (error === undefined ? removeFromOutbox(sync, recordingSid) : noteUnsent(sync, entry, error)).catch(
    fail,
  );
}

function storeOf(wiring: Wiring): Store {
  return { sync: wiring.sync(), random: wiring.random };
}
