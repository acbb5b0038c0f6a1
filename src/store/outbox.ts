import type { OutboxEntry } from "../policy/voicemail";
import { parseRecordingSid, type RecordingSid } from "../telephony/sids";
import type { SyncGateway, SyncItem } from "./sync-gateway";

const MAP = "outbox";
const TTL_SECONDS = 90 * 24 * 60 * 60;
const TRIES = 3;

/** The voicemails whose mail has not gone out: one read, as short as the list. */
export async function listOutbox(sync: SyncGateway): Promise<OutboxEntry[]> {
  return (await sync.listItems(MAP)).flatMap(parseEntry);
}

/** Notes that a voicemail is to be mailed; an entry that is already there stays as it is. */
export async function addToOutbox(sync: SyncGateway, entry: OutboxEntry): Promise<void> {
  const { recordingSid, ...data } = entry;
  const { outcome } = await sync.createItem(MAP, recordingSid, data, TTL_SECONDS);
  if (outcome !== "written" && outcome !== "conflict") throw new Error(`Cannot add to outbox: ${outcome}`);
}

/** Notes that a voicemail's mail was refused, and why; the entry is made when there is none. */
export async function noteUnsent(sync: SyncGateway, entry: OutboxEntry, error: string): Promise<void> {
  const { recordingSid, callSid, at } = entry;
  for (let tried = 0; tried < TRIES; tried++) {
    const item = await sync.readItem(MAP, recordingSid);
    const tries = (item === undefined ? 0 : readTries(item)) + 1;
    const data = { callSid, at, tries, error };
    const { outcome } = await (item === undefined
      ? sync.createItem(MAP, recordingSid, data, TTL_SECONDS)
      : sync.updateItem(MAP, recordingSid, data, { revision: item.revision, ttlSeconds: TTL_SECONDS }));
    if (outcome === "written") return;
  }
  throw new Error("Cannot note unsent mail: too many collisions");
}

/** Takes a voicemail off the outbox; one that is not there is no error. */
export async function removeFromOutbox(sync: SyncGateway, recordingSid: RecordingSid): Promise<void> {
  await sync.removeItem(MAP, recordingSid);
}

function parseEntry(item: SyncItem): OutboxEntry[] {
  const recordingSid = parseRecordingSid(item.key);
  if (recordingSid === undefined) return [];
  const { callSid, at, error } = item.data;
  return [
    {
      recordingSid,
      callSid: typeof callSid === "string" ? callSid : "",
      at: typeof at === "string" ? at : "",
      tries: readTries(item),
      ...(typeof error === "string" ? { error } : {}),
    },
  ];
}

function readTries({ data }: SyncItem): number {
  return typeof data.tries === "number" ? data.tries : 0;
}
