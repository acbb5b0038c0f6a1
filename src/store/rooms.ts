import type { Room, RoomState, UnansweredReason } from "../policy/home/room";
import { type Change, changeItem, type Store } from "./change-item";
import { type SyncGateway, SyncUnavailable } from "./sync-gateway";

const MAP = "rooms";
const TTL_SECONDS = 24 * 60 * 60;

/** A room and the SID of the call it is of. */
export interface StoredRoom {
  readonly callSid: string;
  readonly room: Room;
}

/** What a change found, and what is there now. They are the same object when nothing was to be changed. */
export interface RoomChange {
  readonly outcome: Change["outcome"];
  readonly before: Room | undefined;
  readonly after: Room | undefined;
}

/**
 * Makes the room of a call that has none. Not tried again: a caller waits.
 * @returns whether it was made; false: there is one already
 * @throws SyncUnavailable when Sync gives no usable answer
 */
export async function claimRoom(sync: SyncGateway, callSid: string, room: Room): Promise<boolean> {
  const { outcome } = await sync.createItem(MAP, callSid, { ...room }, TTL_SECONDS);
  if (outcome === "written") return true;
  if (outcome === "conflict") return false;
  throw new SyncUnavailable(outcome === "missing" ? 404 : 429);
}

/** The room of a call; undefined when there is none, or what is there is no room. @throws SyncUnavailable */
export async function readRoom(sync: SyncGateway, callSid: string): Promise<Room | undefined> {
  const item = await sync.readItem(MAP, callSid);
  return item && parseRoom(item.data);
}

/** Every room of the last day, those of calls that are over too. @throws SyncUnavailable */
export async function listRooms(sync: SyncGateway): Promise<StoredRoom[]> {
  return (await sync.listItems(MAP)).flatMap(({ key, data }) => {
    const room = parseRoom(data);
    return room === undefined ? [] : [{ callSid: key, room }];
  });
}

/**
 * Changes a room, or makes it, so that callbacks at the same time lose nothing. `change` gives back the very same room
 * when nothing is new, and undefined when there is none and need not be: then nothing is written.
 * @throws SyncUnavailable when Sync gives no usable answer
 */
export async function changeRoom(
  store: Store,
  callSid: string,
  change: (current: Room | undefined) => Room | undefined,
): Promise<RoomChange> {
  const target = { map: MAP, key: callSid, ttlSeconds: TTL_SECONDS } as const;
  const item = await store.sync.readItem(MAP, callSid);
  let [before, after] = attempt(item?.data, change);
  if (after === before) return { outcome: "unchanged", before, after };
  const { outcome } = await changeItem(store, { ...target, known: { item } }, (data) => {
    [before, after] = attempt(data, change);
    return after === before || after === undefined ? (data ?? {}) : { ...after };
  });
  return { outcome, before, after };
}

type Data = Readonly<Record<string, unknown>>;

function attempt(
  data: Data | undefined,
  change: (current: Room | undefined) => Room | undefined,
): [Room | undefined, Room | undefined] {
  const before = data && parseRoom(data);
  return [before, change(before)];
}

const STATES: readonly RoomState[] = ["ringing", "talking", "unanswered", "over"];
const REASONS: readonly UnansweredReason[] = ["no-answer", "busy", "failed", "second-caller"];
const TEXTS = ["number", "line", "until", "conferenceSid", "phoneCallSid"] as const;
const FLAGS = ["isAnswered", "isStarted", "isNoticeRead", "isAnnounced", "isRecorded"] as const;

/** What cannot be read is left out; without its state or its time it is no room. */
function parseRoom(data: Data): Room | undefined {
  const state = STATES.find((name) => name === data.state);
  const { at, direction } = data;
  if (state === undefined || typeof at !== "string" || Number.isNaN(Date.parse(at))) return undefined;
  const reason = REASONS.find((name) => name === data.reason);
  return {
    direction: direction === "out" ? "out" : "in",
    state,
    at,
    ...(reason === undefined ? {} : { reason }),
    ...picked(data, TEXTS, (value) => typeof value === "string"),
    ...picked(data, FLAGS, (value) => value === true),
  };
}

function picked(data: Data, names: readonly string[], isRight: (value: unknown) => boolean): Data {
  return Object.fromEntries(names.flatMap((name) => (isRight(data[name]) ? [[name, data[name]]] : [])));
}
