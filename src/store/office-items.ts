import type { OfficeState } from "../policy/office/office-state";
import type { Turns } from "../policy/office/turns";
import { type Change, changeItem, type Store } from "./change-item";
import { type OfficeNote, parseOfficeNote } from "./parse-office-note";
import { OFFICE_STATE_KEY, parseOfficeState } from "./parse-office-state";
import { parseTurns } from "./parse-turns";
import type { SyncGateway } from "./sync-gateway";

const MAP = "office";
const FOR_EVER = 0;
const DAY_SECONDS = 24 * 60 * 60;

/**
 * How the owner's switch for the opening hours stands; on `auto` where nothing was written.
 * @param timezone IANA name of the owner's clocks @throws SyncUnavailable when Sync gives no usable answer
 */
export async function readOfficeState(sync: SyncGateway, timezone: string): Promise<OfficeState> {
  return parseOfficeState((await sync.readItem(MAP, OFFICE_STATE_KEY))?.data ?? {}, timezone);
}

/**
 * What whoever picked up has decided about a call; undefined while nobody has.
 * @throws SyncUnavailable when Sync gives no usable answer
 */
export async function readOfficeNote(sync: SyncGateway, callSid: string): Promise<OfficeNote | undefined> {
  const item = await sync.readItem(MAP, noteKey(callSid));
  return item && parseOfficeNote(item.data);
}

/**
 * Notes what whoever picked up has decided about a call. Of one step of the ringing the first decision stays: a webhook may
 * be delivered twice, or late. @throws SyncUnavailable when Sync gives no usable answer
 */
export async function writeOfficeNote(
  store: Store,
  callSid: string,
  note: OfficeNote,
): Promise<Change["outcome"]> {
  const target = {
    map: MAP,
    key: noteKey(callSid),
    ttlSeconds: DAY_SECONDS,
    known: { item: undefined },
  } as const;
  const { outcome } = await changeItem(store, target, (current) => {
    const known = current && parseOfficeNote(current);
    return current !== undefined && known !== undefined && known.step >= note.step ? current : { ...note };
  });
  return outcome;
}

/**
 * Changes how the round robin of a department stands, so that two calls at once do not take the same turn. Giving back the
 * very same turns writes nothing. @throws SyncUnavailable when Sync gives no usable answer
 */
export async function changeTurns(
  store: Store,
  department: string,
  change: (turns: Turns) => Turns,
): Promise<Change["outcome"]> {
  const target = { map: MAP, key: `turn-${department}`, ttlSeconds: FOR_EVER } as const;
  const { outcome } = await changeItem(store, target, (current) => {
    const turns = parseTurns(current ?? {});
    const changed = change(turns);
    return current !== undefined && changed === turns ? current : { ...current, ...changed };
  });
  return outcome;
}

const noteKey = (callSid: string): string => `call-${callSid}`;
