import type { RecordingSid } from "../telephony/sids";

/** Where the transcript of a voicemail stands; `none`: no transcription callback can come. */
export type TranscriptionState = "awaited" | "none" | "completed" | "failed";

/** One voicemail, as the `voicemails` map keeps it by RecordingSid. Instants are ISO 8601 texts. */
export interface Voicemail {
  readonly callSid: string;
  /** The caller: a number, `withheld`, or a SIP or client address; absent while unknown. */
  readonly from?: string;
  /** The line that was called; absent while unknown. */
  readonly to?: string;
  /** The name Twilio found for the caller, when it looked one up. */
  readonly callerName?: string;
  /** The department whose mailbox it was left in; absent while unknown, and in the line's own. */
  readonly department?: string;
  /** Length in seconds; absent until the recording callback has come. */
  readonly seconds?: number;
  readonly at: string;
  readonly transcription: TranscriptionState;
  readonly transcript?: string;
  readonly claimedAt?: string;
  readonly mailedAt?: string;
  readonly error?: string;
  readonly heardAt?: string;
}

/** Who called which line, as far as it is known. */
export type CallParties = Pick<Voicemail, "from" | "to" | "callerName">;

/** What may still be unknown of a voicemail when its mail is due. */
export type LateFacts = CallParties & Pick<Voicemail, "seconds" | "department">;

/** What the recording callback tells. */
export interface RecordingFacts {
  readonly callSid: string;
  readonly seconds?: number;
  /** Whether the flow asks Twilio for a transcript of its messages. */
  readonly isTranscribed: boolean;
  readonly parties: CallParties;
}

/** What the transcription callback tells. */
export interface TranscriptFacts {
  readonly callSid: string;
  readonly status: "completed" | "failed";
  readonly text: string;
  readonly parties: CallParties;
}

/** What is to be done about the mail of a voicemail; `claimed`: another Function is sending it. */
export type MailDecision = "send" | "wait" | "claimed" | "done";

const SHORTEST_MAILED_SECONDS = 2;
const TRANSCRIPTION_WAIT_MS = 10 * 60_000;
/** Longer than a Function can live (10 s), so that a claim this old belongs to one that died. */
const CLAIM_MS = 2 * 60_000;
/** With a Map item's other fields, within Sync's 16 KiB even when every character takes three bytes. */
const LONGEST_TRANSCRIPT = 4000;

/**
 * Whether Twilio transcribes a recording of this many seconds.
 * @see https://www.twilio.com/docs/api/errors/13617 "greater than 2 seconds and less than 120 seconds"
 */
export function isTranscribable(seconds: number): boolean {
  return seconds > 2 && seconds < 120;
}

/** The voicemail once the recording callback has come, before or after the transcription callback. */
export function addRecording(
  current: Voicemail | undefined,
  { callSid, seconds, isTranscribed, parties }: RecordingFacts,
  now: Date,
): Voicemail {
  const isExpected = isTranscribed && (seconds === undefined || isTranscribable(seconds));
  const expected = isExpected ? "awaited" : "none";
  const length = seconds === undefined ? {} : { seconds };
  if (current === undefined)
    return { callSid, ...parties, ...length, at: now.toISOString(), transcription: expected };
  const transcription = current.transcription === "awaited" ? expected : current.transcription;
  const known = addFacts(current, parties);
  const isNews = current.seconds !== seconds || current.transcription !== transcription;
  return isNews ? { ...known, ...length, transcription } : known;
}

/** The voicemail once the transcription callback has come. A second one changes nothing. */
export function addTranscript(
  current: Voicemail | undefined,
  { callSid, status, text, parties }: TranscriptFacts,
  now: Date,
): Voicemail {
  const known = current ?? { callSid, ...parties, at: now.toISOString(), transcription: "awaited" as const };
  if (known.transcription === "completed" || known.transcription === status) return known;
  const transcript = status === "completed" ? text.trim().slice(0, LONGEST_TRANSCRIPT) : "";
  return {
    ...addFacts(known, parties),
    transcription: status,
    ...(transcript === "" ? {} : { transcript }),
  };
}

/** The voicemail with what was not known of it; what is known stays. */
export function addFacts(voicemail: Voicemail, facts: LateFacts): Voicemail {
  const added = { ...facts, ...voicemail };
  return Object.keys(added).length === Object.keys(voicemail).length ? voicemail : added;
}

/** Whether the mail goes out now, waits for the transcript, is being sent by another Function, or needs nothing more. */
export function decideMail(voicemail: Voicemail, now: Date): MailDecision {
  if (voicemail.mailedAt !== undefined) return "done";
  if (isTooShort(voicemail)) return "done";
  if (voicemail.claimedAt !== undefined && !isOlder(voicemail.claimedAt, CLAIM_MS, now)) return "claimed";
  const mayWait = voicemail.transcription === "awaited" && !isOlder(voicemail.at, TRANSCRIPTION_WAIT_MS, now);
  return mayWait ? "wait" : "send";
}

/** Whether the message is known to be so short that it is kept, but not mailed. */
export function isTooShort({ seconds }: Voicemail): boolean {
  return seconds !== undefined && seconds < SHORTEST_MAILED_SECONDS;
}

/** The voicemail as taken by the one Function that may now send its mail. */
export function claimMail(voicemail: Voicemail, now: Date): Voicemail {
  return { ...voicemail, claimedAt: now.toISOString() };
}

/** The voicemail when the Function that had taken it does not send its mail after all. */
export function releaseMail({ claimedAt: _claim, ...voicemail }: Voicemail): Voicemail {
  return voicemail;
}

/** The voicemail after its mail was accepted, or refused for `error`. */
export function settleMail(voicemail: Voicemail, now: Date, error?: string): Voicemail {
  const { claimedAt: _claim, error: _past, ...rest } = voicemail;
  return error === undefined ? { ...rest, mailedAt: now.toISOString() } : { ...rest, error };
}

/** An entry of the outbox: a voicemail whose mail has not gone out. */
export interface OutboxEntry {
  readonly recordingSid: RecordingSid;
  readonly callSid: string;
  readonly at: string;
  readonly tries: number;
  readonly error?: string;
}

/** The entries whose mail is due: refused before, or waiting long enough. The least tried and oldest come first. */
export function dueEntries(entries: readonly OutboxEntry[], now: Date): OutboxEntry[] {
  return entries
    .filter(({ at, tries }) => tries > 0 || isOlder(at, TRANSCRIPTION_WAIT_MS, now))
    .sort((a, b) => a.tries - b.tries || a.at.localeCompare(b.at));
}

/** A time that cannot be read (a hand edit, say) is old: better a mail too early than none. */
function isOlder(at: string, ms: number, now: Date): boolean {
  const age = now.getTime() - Date.parse(at);
  return Number.isNaN(age) || age >= ms;
}
