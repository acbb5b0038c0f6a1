import { decideMail, type OutboxEntry, type Voicemail } from "../policy/voicemail";
import { listOutbox } from "../store/outbox";
import type { SyncGateway } from "../store/sync-gateway";
import { listVoicemails } from "../store/voicemails";
import type { RecordingSid } from "../telephony/sids";

/** A voicemail and how its mail stands. `short`: under two seconds, so it is kept and not mailed. */
export interface ReportedVoicemail extends Partial<Voicemail> {
  readonly recordingSid: RecordingSid;
  readonly callSid: string;
  readonly at: string;
  readonly mail: "mailed" | "unsent" | "waiting" | "short";
  readonly tries: number;
}

/** Every voicemail, the newest first, with those that only the outbox knows. @throws when Sync cannot be reached */
export async function reportVoicemails(sync: SyncGateway, now: Date): Promise<ReportedVoicemail[]> {
  const [stored, entries] = await Promise.all([listVoicemails(sync), listOutbox(sync)]);
  const known = stored.map(({ recordingSid, voicemail }) => {
    const entry = entries.find((candidate) => candidate.recordingSid === recordingSid);
    return { ...voicemail, recordingSid, mail: stateOf(voicemail, now), tries: entry?.tries ?? 0 };
  });
  const isUnknown = (entry: OutboxEntry) =>
    !stored.some(({ recordingSid }) => recordingSid === entry.recordingSid);
  return [...known, ...entries.filter(isUnknown).map((entry) => ({ ...entry, mail: "unsent" as const }))];
}

function stateOf(voicemail: Voicemail, now: Date): ReportedVoicemail["mail"] {
  if (voicemail.mailedAt !== undefined) return "mailed";
  const decision = decideMail(voicemail, now);
  if (decision === "done") return "short";
  return decision === "wait" || decision === "claimed" ? "waiting" : "unsent";
}

/** The voicemails as a terminal shows them, two lines for each; callers' words are made one line. */
export function renderVoicemails(voicemails: readonly ReportedVoicemail[]): string {
  return voicemails.length === 0 ? "No voicemails." : voicemails.map(render).join("\n");
}

const STATES: Readonly<Record<ReportedVoicemail["mail"], string>> = {
  mailed: "mailed",
  unsent: "UNSENT",
  waiting: "waiting for the transcript",
  short: "too short to be mailed",
};

function render(voicemail: ReportedVoicemail): string {
  const { at, from, to, seconds, mail, tries, error, heardAt, recordingSid, transcript } = voicemail;
  const why = mail === "unsent" && error !== undefined ? ` (${error}, tried ${tries} times)` : "";
  const head = [
    at,
    `${from ?? "unknown caller"} to ${to ?? "unknown line"}`,
    seconds === undefined ? "unknown length" : `${seconds} s`,
    `${STATES[mail]}${why}`,
    ...(heardAt === undefined ? [] : ["heard"]),
  ].join("  ");
  return `${printable(head)}\n    ${recordingSid}${transcript === undefined ? "" : `  ${printable(transcript)}`}`;
}

/** Terminals obey control characters, and callers choose what is shown here. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]+/gu, " ");
}
