import type { TranscriptionState, Voicemail } from "../policy/voicemail";
import { parseRecordingSid, type RecordingSid } from "../telephony/sids";
import { changeItem, type Store } from "./change-item";
import type { SyncGateway, SyncItem } from "./sync-gateway";

/** A voicemail and the SID of its recording. */
export interface StoredVoicemail {
  readonly recordingSid: RecordingSid;
  readonly voicemail: Voicemail;
}

/** What a change found and what it left. They are the same object when nothing was to be changed. */
export interface VoicemailChange {
  readonly before: Voicemail | undefined;
  readonly after: Voicemail;
  /** As it was written, for a change that follows. */
  readonly item?: SyncItem | undefined;
}

/** Where voicemails are kept. `known`: the item, as a change just left it; without it, it is read first. */
export interface VoicemailStore extends Store {
  readonly known?: { readonly item: SyncItem };
}

const MAP = "voicemails";
const TTL_SECONDS = 90 * 24 * 60 * 60;

/** Every voicemail, the newest first. Items that are not voicemails (hand edits) are left out. */
export async function listVoicemails(sync: SyncGateway): Promise<StoredVoicemail[]> {
  return (await sync.listItems(MAP)).flatMap(parseItem).sort(byNewest);
}

/** The voicemail of a recording; undefined when none is kept. @throws SyncUnavailable */
export async function readVoicemail(
  sync: SyncGateway,
  recordingSid: RecordingSid,
): Promise<Voicemail | undefined> {
  const item = await sync.readItem(MAP, recordingSid);
  return item && parseVoicemail(item.data);
}

/**
 * Changes one voicemail, or makes it, without losing what another Function writes at the same time. When `change` gives
 * back the voicemail as it is, nothing is written.
 * @throws when Sync cannot be reached, or others were faster for two seconds
 */
export async function changeVoicemail(
  store: VoicemailStore,
  recordingSid: RecordingSid,
  change: (current: Voicemail | undefined) => Voicemail,
): Promise<VoicemailChange> {
  const { known } = store;
  const target = { map: MAP, key: recordingSid, ttlSeconds: TTL_SECONDS, ...(known && { known }) } as const;
  let result: VoicemailChange | undefined;
  const { outcome, item } = await changeItem(store, target, (data) => {
    const before = data && parseVoicemail(data);
    const after = change(before);
    result = { before, after };
    return data !== undefined && after === before ? data : { ...foreignFields(data), ...after };
  });
  if (outcome === "lost" || result === undefined)
    throw new Error("Cannot store voicemail: too many collisions");
  return outcome === "written" ? { ...result, item } : result;
}

const STATES: readonly TranscriptionState[] = ["awaited", "none", "completed", "failed"];
const TEXTS = [
  "from",
  "to",
  "callerName",
  "department",
  "transcript",
  "claimedAt",
  "mailedAt",
  "error",
  "heardAt",
] as const;
const FIELDS = new Set<string>([...TEXTS, "callSid", "at", "seconds", "transcription"]);

/** What the owner wrote into the item in the Sync console stays there. */
function foreignFields(data: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return Object.fromEntries(Object.entries(data).filter(([name]) => !FIELDS.has(name)));
}

/** The owner edits this map by hand: what cannot be read is left out, what a voicemail cannot be without makes it none. */
function parseVoicemail(data: Readonly<Record<string, unknown>>): Voicemail | undefined {
  const { callSid, at, seconds, transcription } = data;
  if (typeof callSid !== "string" || typeof at !== "string") return undefined;
  const texts = TEXTS.map((name) => [name, data[name]]).filter(([, value]) => typeof value === "string");
  return {
    callSid,
    at,
    transcription: STATES.find((state) => state === transcription) ?? "none",
    ...(typeof seconds === "number" ? { seconds } : {}),
    ...Object.fromEntries(texts),
  };
}

function parseItem({ key, data }: SyncItem): StoredVoicemail[] {
  const recordingSid = parseRecordingSid(key);
  const voicemail = parseVoicemail(data);
  return recordingSid === undefined || voicemail === undefined ? [] : [{ recordingSid, voicemail }];
}

function byNewest(one: StoredVoicemail, other: StoredVoicemail): number {
  return other.voicemail.at.localeCompare(one.voicemail.at);
}
